package org.tocsin.notify.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a page shows.
 *
 * @param actions the buttons, each of which posts its value
 * @param preferences null on pages that only ask or tell
 */
public record PublicPage(
        String language,
        String direction,
        String title,
        String text,
        List<Action> actions,
        @Nullable Preferences preferences) {

    public PublicPage {
        actions = List.copyOf(actions);
    }

    /** A button. */
    public record Action(String value, String label) {}

    /**
     * What a recipient can set, and what was sent.
     *
     * @param at local time of day, {@code hh:mm}
     * @param cap empty for none
     * @param zone in which times are meant
     */
    public record Preferences(
            PageMessages words,
            List<Choice> modes,
            List<Choice> languages,
            String at,
            String zone,
            String cap,
            List<Sent> recent) {

        public Preferences {
            modes = List.copyOf(modes);
            languages = List.copyOf(languages);
            recent = List.copyOf(recent);
        }
    }

    /** An item of a list to choose from. */
    public record Choice(String value, String label, boolean chosen) {}

    /** One delivery: of what alert, when and what became of it. */
    public record Sent(String title, String time, String status, String statusCode) {}
}
