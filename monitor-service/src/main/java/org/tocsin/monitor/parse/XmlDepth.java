package org.tocsin.monitor.parse;

/** Measures how deep XML is nested without parsing it: parsers take time in the square of the depth. */
final class XmlDepth {

    private XmlDepth() {}

    /** Whether more elements than that are open at the same time anywhere; close enough for text that is no XML. */
    static boolean exceeds(String xml, int limit) {
        int depth = 0;
        int at = xml.indexOf('<');
        while (at >= 0 && at + 1 < xml.length()) {
            char next = xml.charAt(at + 1);
            int end = at + 1;
            if (next == '!') {
                end = endOfDeclaration(xml, at);
            } else if (next == '/') {
                depth--;
            } else if (Character.isLetter(next)) {
                end = xml.indexOf('>', at);
                depth += end > 0 && xml.charAt(end - 1) == '/' ? 0 : 1;
            }
            if (depth > limit) {
                return true;
            }
            at = end < 0 ? -1 : xml.indexOf('<', end);
        }
        return false;
    }

    /** Comments and character data hide the markup in them. */
    private static int endOfDeclaration(String xml, int at) {
        if (xml.startsWith("<!--", at)) {
            return xml.indexOf("-->", at);
        }
        return xml.startsWith("<![CDATA[", at) ? xml.indexOf("]]>", at) : at + 1;
    }
}
