package org.tocsin.notify.language;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Makes text of strangers harmless for a mail: one line, bounded, and without the invisible characters that turn the
 * reading direction of what follows. Joiners, which Persian and Urdu need, stay.
 */
public final class CleanText {

    private static final Pattern DIRECTION_TRICKS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\u0085\u2028\u2029\\s]+");
    private static final char ISOLATE = '\u2068';
    private static final char END_ISOLATE = '\u2069';

    private CleanText() {}

    /** One line of at most so many characters. */
    public static String line(@Nullable String text, int max) {
        if (text == null) {
            return "";
        }
        String clean = DIRECTION_TRICKS.matcher(text).replaceAll("");
        String line = BREAKS.matcher(clean).replaceAll(" ").strip();
        return line.length() <= max ? line : line.substring(0, cut(line, max)) + "…";
    }

    /** The same, kept apart from the direction of the text around it: for plain text, which has no bdi element. */
    public static String isolated(@Nullable String text, int max) {
        return isolated(line(text, max));
    }

    /** What is clean already, kept apart. */
    public static String isolated(String clean) {
        return ISOLATE + clean + END_ISOLATE;
    }

    /** A link that is fit to be clicked: absolute, http or https. */
    public static Optional<String> link(@Nullable String url) {
        if (url == null || url.length() > 2_000) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(url.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where to cut so that an ellipsis has room and no surrogate pair is halved. */
    private static int cut(String line, int max) {
        return Character.isHighSurrogate(line.charAt(max - 2)) ? max - 2 : max - 1;
    }
}
