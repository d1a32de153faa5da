package org.tocsin.notify.page;

import java.util.List;

/**
 * What a page shows.
 *
 * @param actions the buttons, each of which posts its value
 */
public record PublicPage(String language, String direction, String title, String text, List<Action> actions) {

    /** A button. */
    public record Action(String value, String label) {}
}
