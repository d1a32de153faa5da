package org.tocsin.alert.alert;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What made a version, in parts, for whoever words it in another language.
 *
 * @param reopened whether it also opened the alert again
 * @param source name of the outlet whose report it was
 * @param alert the other alert of a merger
 * @param note what the person who did it wrote, in their language
 */
public record Cause(Code code, boolean reopened, @Nullable String source, @Nullable UUID alert, @Nullable String note) {

    /** What happened. */
    public enum Code {
        FIRST_REPORT,
        COPY,
        INDEPENDENT_REPORT,
        UPDATED_REPORT,
        MORE_KNOWN,
        MERGED,
        MERGED_INTO,
        REPORTS_TAKEN_OUT,
        REPORTS_MOVED_HERE,
        STATUS_SET,
        TITLE_EDITED
    }

    static Cause report(Relation relation, String source, boolean reopened) {
        Code code =
                switch (relation) {
                    case ORIGINAL -> Code.FIRST_REPORT;
                    case COPY -> Code.COPY;
                    case INDEPENDENT -> Code.INDEPENDENT_REPORT;
                    case UPDATE -> Code.UPDATED_REPORT;
                };
        return new Cause(code, reopened, source, null, null);
    }

    static Cause moreKnown(String source) {
        return new Cause(Code.MORE_KNOWN, false, source, null, null);
    }

    static Cause mergedInto(UUID alert, @Nullable String note) {
        return new Cause(Code.MERGED_INTO, false, null, alert, note);
    }

    static Cause by(Code code, @Nullable String note) {
        return new Cause(code, false, null, null, note);
    }

    /**
     * In an English sentence.
     *
     * @param status of the alert after it
     */
    String text(AlertStatus status) {
        String text =
                switch (code) {
                    case FIRST_REPORT -> "First report of this event";
                    case COPY -> "Copy by " + source;
                    case INDEPENDENT_REPORT -> "Independent report by " + source;
                    case UPDATED_REPORT -> "Update by " + source;
                    case MORE_KNOWN -> "More is known from " + source;
                    case MERGED -> "Merged: " + note("Same event");
                    case MERGED_INTO -> "Merged into alert " + alert + ": " + note("Same event");
                    case REPORTS_TAKEN_OUT -> "Reports taken out: " + note("Another event");
                    case REPORTS_MOVED_HERE -> "Reports moved here: " + note("Another event");
                    case STATUS_SET -> note("Set to " + status);
                    case TITLE_EDITED -> note("Title edited");
                };
        return reopened ? "Opened again: " + text : text;
    }

    private String note(String otherwise) {
        return note == null ? otherwise : note;
    }
}
