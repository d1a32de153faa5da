package org.tocsin.monitor.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes what stands before a feed and what XML forbids, so that more feeds can be read strictly. */
final class XmlRepair {

    private static final Pattern DOCTYPE =
            Pattern.compile("<!DOCTYPE[^\\[>]{0,1000}(?:\\[[^\\]]{0,10000}\\]\\s*)?>", Pattern.CASE_INSENSITIVE);

    /** A declaration stands before the root; searching farther would take long where many begin and none ends. */
    private static final int PROLOGUE = 16 * 1_024;

    private XmlRepair() {}

    /**
     * The text from its first tag on, without XML declaration (the text is decoded already), without document type
     * declaration and without control characters.
     */
    static String prologue(String text) {
        int start = Math.max(0, text.indexOf('<'));
        String xml = withoutControls(text, start);
        if (xml.startsWith("<?xml")) {
            int end = xml.indexOf('>');
            xml = end < 0 ? xml : xml.substring(end + 1).stripLeading();
        }
        Matcher doctype = DOCTYPE.matcher(xml).region(0, Math.min(xml.length(), PROLOGUE));
        return doctype.find() ? xml.substring(0, doctype.start()) + xml.substring(doctype.end()) : xml;
    }

    private static String withoutControls(String text, int start) {
        StringBuilder clean = new StringBuilder(text.length() - start);
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = c >= ' ' || c == '\n' || c == '\r' || c == '\t';
            if (allowed && c != '\uFFFE' && c != '\uFFFF') {
                clean.append(c);
            }
        }
        return clean.toString();
    }
}
