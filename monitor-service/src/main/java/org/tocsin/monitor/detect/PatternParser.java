package org.tocsin.monitor.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the notation of patterns:
 *
 * <pre>
 * word          this word, whatever its case, accents and letter variants
 * word~         every form with the same stem
 * word*  *word  *word*   words that begin with, end with, contain
 * (a|b*|c d)    one of these
 * @name         one word of the term set of that name; alone in a pattern: all patterns of that set
 * a ... b       up to three words between; a ..8 b up to eight
 * </pre>
 */
final class PatternParser {

    private static final Pattern PIECE = Pattern.compile("\\(([^()]*)\\)|(\\S+)");
    private static final Pattern GROUP = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern GAP = Pattern.compile("\\.\\.(\\d{1,2})|\\.\\.\\.|…");
    private static final int DEFAULT_GAP = 3;

    private PatternParser() {}

    /** How one word is compared. */
    enum Kind {
        LIGHT,
        STEM,
        PREFIX,
        SUFFIX,
        CONTAINS,
        SET
    }

    /** One way to fill a position. */
    record Item(Kind kind, String text) {}

    /**
     * @param items the alternatives of this position
     * @param gap at most so many words between the previous position and this one
     */
    record Element(List<Item> items, int gap) {}

    /** Writes out alternatives of several words: {@code a (b|c d)} becomes {@code a (b)} and {@code a c d}. */
    static List<String> expand(String pattern) {
        Matcher group = GROUP.matcher(pattern);
        while (group.find()) {
            String[] alternatives = group.group(1).split("\\|", -1);
            if (Arrays.stream(alternatives).anyMatch(a -> a.strip().contains(" "))) {
                return written(pattern, group.start(), group.end(), alternatives);
            }
        }
        return List.of(pattern);
    }

    private static List<String> written(String pattern, int start, int end, String[] alternatives) {
        List<String> bodies = new ArrayList<>();
        String single = Arrays.stream(alternatives)
                .map(String::strip)
                .filter(a -> !a.contains(" "))
                .collect(Collectors.joining("|"));
        if (!single.isEmpty()) {
            bodies.add("(" + single + ")");
        }
        Arrays.stream(alternatives)
                .map(String::strip)
                .filter(a -> a.contains(" "))
                .forEach(bodies::add);
        return bodies.stream()
                .flatMap(body -> expand(pattern.substring(0, start) + body + pattern.substring(end)).stream())
                .toList();
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    static List<Element> parse(String pattern) {
        List<Element> elements = new ArrayList<>();
        int gap = 0;
        Matcher piece = PIECE.matcher(pattern);
        while (piece.find()) {
            String group = piece.group(1);
            String word = piece.group(2);
            if (word != null) {
                Matcher dots = GAP.matcher(word);
                if (dots.matches()) {
                    if (elements.isEmpty()) {
                        throw new IllegalArgumentException("A pattern cannot begin with a gap.");
                    }
                    gap = dots.group(1) == null ? DEFAULT_GAP : Integer.parseInt(dots.group(1));
                    continue;
                }
            }
            List<Item> items = new ArrayList<>();
            for (String alternative : group == null ? new String[] {word} : group.split("\\|", -1)) {
                items.add(item(alternative.strip()));
            }
            elements.add(new Element(List.copyOf(items), gap));
            gap = 0;
        }
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("A pattern needs at least one word.");
        }
        if (gap > 0) {
            throw new IllegalArgumentException("A pattern cannot end with a gap.");
        }
        return elements;
    }

    private static Item item(String text) {
        boolean open = text.startsWith("*");
        boolean ends = text.endsWith("*");
        String core = text.replaceAll("^[*@]|[*~]$", "");
        if (core.isBlank() || core.indexOf('*') >= 0 || core.indexOf('~') >= 0 || core.matches(".*[()|@].*")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a word, a word with ~ or *, a group in round brackets or @name.");
        }
        if (text.startsWith("@")) {
            return new Item(Kind.SET, core);
        }
        if (open || ends) {
            return new Item(open && ends ? Kind.CONTAINS : open ? Kind.SUFFIX : Kind.PREFIX, core);
        }
        return new Item(text.endsWith("~") ? Kind.STEM : Kind.LIGHT, core);
    }
}
