package org.tocsin.monitor.article;

import java.util.regex.Pattern;

/**
 * A paragraph, heading, list item or other piece of a page that is set apart by line breaks.
 *
 * @param text in one line, not empty
 * @param linked how many of its characters are links
 * @param kind by the element that holds it
 */
record Block(String text, int linked, Kind kind) {

    enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM
    }

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…؟۔।。][\"'”’»«)\\]]*\\s*(?:\\[\\d+])?$|[.!?؟۔] ");
    private static final int SHORT_SENTENCE = 25;
    private static final int LONG_LINE = 80;
    private static final double MOSTLY_LINKS = 0.5;

    boolean mostlyLinks() {
        return linked > MOSTLY_LINKS * text.length();
    }

    /** Whether it reads like running text rather than like a label. */
    boolean isProse() {
        boolean sentence =
                text.length() >= SHORT_SENTENCE && SENTENCE_END.matcher(text).find();
        return kind != Kind.HEADING && !mostlyLinks() && (sentence || text.length() >= LONG_LINE);
    }
}
