package org.tocsin.monitor.content;

/** Text that can be stored, sent and read back: well-formed Unicode without control characters. */
public final class PlainText {

    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    /**
     * Removes what neither PostgreSQL nor JSON can carry (NUL, other control characters, halves of surrogate pairs) and
     * writes line ends as {@code \n}. Zero-width and bidirectional marks stay: they belong to the spelling of several
     * of our languages.
     */
    public static String clean(String raw) {
        int dirty = firstDirty(raw);
        if (dirty < 0) {
            return raw;
        }
        StringBuilder clean = new StringBuilder(raw.length()).append(raw, 0, dirty);
        for (int i = dirty; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                clean.append('\n');
                if (i + 1 < raw.length() && raw.charAt(i + 1) == '\n') {
                    i++;
                }
            } else if (isHalf(raw, i)) {
                clean.append(REPLACEMENT);
            } else if (!isControl(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /** Cleans, writes every run of white space as one blank and trims. */
    public static String line(String raw) {
        return clean(raw).strip().replaceAll("\\s+", " ");
    }

    /** The beginning of the text, at most so many UTF-16 units and never half a character. */
    public static String head(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }

    private static int firstDirty(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isControl(c) || isHalf(raw, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\n' && c != '\t' || c >= '\u007F' && c < '\u00A0';
    }

    private static boolean isHalf(String raw, int at) {
        char c = raw.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= raw.length() || !Character.isLowSurrogate(raw.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(raw.charAt(at - 1)));
    }
}
