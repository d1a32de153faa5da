package org.tocsin.notify.wording;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertSnapshot.Figure;
import org.tocsin.notify.language.CleanText;
import org.tocsin.notify.language.Formats;
import org.tocsin.notify.language.Phrases;
import org.tocsin.notify.language.Terms;

/** Puts figures into words: how many, and what happened to them. */
final class FigureWording {

    private static final String PERSON = "PERSON";
    private static final String HOUSEHOLD = "HOUSEHOLD";

    private final Formats formats;
    private final Phrases phrases;
    private final Terms terms;

    FigureWording(Formats formats, Phrases phrases, Terms terms) {
        this.formats = formats;
        this.phrases = phrases;
        this.terms = terms;
    }

    /** For instance "at least 29,000 people"; empty when the figure has no number. */
    String size(Figure figure) {
        return size(figure, "counted.");
    }

    /** For instance "at least 29,000 people deported each day as announced"; empty when the figure has no number. */
    String phrase(Figure figure) {
        String who = size(figure, "of.");
        if (who.isEmpty()) {
            return "";
        }
        String phrase = did(figure.action(), who, largest(figure), unit(figure.unit()));
        if (figure.per() != null && phrases.has("per." + figure.per())) {
            phrase = phrases.say("per." + figure.per(), Map.of("what", phrase));
        }
        if (figure.cumulative()) {
            phrase = phrases.say("inTotal", Map.of("what", phrase));
        }
        return figure.planned() ? phrases.say("announced", Map.of("what", phrase)) : phrase;
    }

    /** For instance "29,000 people". */
    String people(long number) {
        return counted("counted.", PERSON, number);
    }

    /** For instance "4 people killed". */
    String people(String action, long number) {
        return did(action, counted("of.", PERSON, number), number, PERSON);
    }

    /** For instance "500 people each day". */
    String eachDay(long number) {
        return phrases.say("per.DAY", Map.of("what", people(number)));
    }

    private String size(Figure figure, String form) {
        String unit = unit(figure.unit());
        Long value = figure.value();
        Long lower = figure.lower();
        Long upper = figure.upper();
        if (value != null) {
            String counted = counted(form, unit, value);
            // "More than" and "at least" are one in the data; the latter is true of both.
            String way = upper == null ? "atLeast" : lower == null ? "upTo" : approximately(figure) ? "about" : "";
            return way.isEmpty() ? counted : phrases.say(way, Map.of("what", counted));
        }
        if (lower != null && upper != null) {
            return phrases.say("range", Map.of("from", formats.number(lower), "what", counted(form, unit, upper)));
        }
        if (lower != null) {
            return phrases.say("atLeast", Map.of("what", counted(form, unit, lower)));
        }
        return upper == null ? "" : phrases.say("upTo", Map.of("what", counted(form, unit, upper)));
    }

    private String counted(String form, String unit, long number) {
        return phrases.say(form + unit, Map.of("n", number, "amount", formats.number(number)));
    }

    private String did(@Nullable String action, String who, long number, String unit) {
        String code = action == null ? "AFFECTED" : action;
        if (phrases.has("did." + code)) {
            return phrases.say("did." + code, Map.of("who", who, "n", number, "unit", unit));
        }
        return phrases.say("did.other", Map.of("who", who, "action", terms.action(CleanText.line(code, 80))));
    }

    private static boolean approximately(Figure figure) {
        return "APPROXIMATELY".equals(figure.quantifier());
    }

    private static String unit(@Nullable String unit) {
        return HOUSEHOLD.equals(unit) ? HOUSEHOLD : PERSON;
    }

    private static long largest(Figure figure) {
        Long size = figure.upper() == null ? figure.size() : figure.upper();
        return size == null ? 0 : size;
    }
}
