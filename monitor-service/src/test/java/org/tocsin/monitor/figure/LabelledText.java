package org.tocsin.monitor.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A text with the figures that a careful reader finds in it. In the label files each text is one line, followed by one
 * line per figure: {@code > DEPORTED >29000 2025-07-15..2025-07-15}, {@code > KILLED 24..99}, with {@code ~} for about,
 * {@code <} for up to, and {@code /DAY}, {@code HOUSEHOLD}, {@code PLANNED}, {@code CUMULATIVE} and a period where they
 * matter. Texts without such lines hold no figure.
 */
record LabelledText(String text, List<String> figures) {

    static List<LabelledText> read(String name) {
        List<LabelledText> labelled = new ArrayList<>();
        for (String line : lines(name)) {
            if (line.startsWith(">")) {
                labelled.get(labelled.size() - 1).figures.add(line.substring(1).strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                labelled.add(new LabelledText(line, new ArrayList<>()));
            }
        }
        return labelled;
    }

    private static List<String> lines(String name) {
        var resource = Objects.requireNonNull(LabelledText.class.getResourceAsStream("/figures/" + name), name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The figure in the notation of the label files. */
    static String label(Figure figure) {
        StringBuilder label = new StringBuilder(key(figure));
        if (figure.unit() == Unit.HOUSEHOLD) {
            label.append(" HOUSEHOLD");
        }
        if (figure.per() != null) {
            label.append(" /").append(figure.per());
        }
        if (figure.status() == Status.PLANNED) {
            label.append(" PLANNED");
        }
        if (figure.cumulative()) {
            label.append(" CUMULATIVE");
        }
        if (figure.from() != null || figure.to() != null) {
            label.append(' ').append(figure.from()).append("..").append(figure.to());
        }
        return label.toString();
    }

    private static String key(Figure figure) {
        if (figure.value() == null) {
            return figure.action() + " " + figure.lower() + ".." + figure.upper();
        }
        String sign =
                switch (figure.quantifier()) {
                    case EXACT -> "";
                    case MORE_THAN -> ">";
                    case LESS_THAN -> "<";
                    case APPROXIMATELY -> "~";
                };
        return figure.action() + " " + sign + figure.value();
    }

    /** Action and number alone: what counts as found. */
    static String key(String label) {
        String[] words = label.split(" ");
        return words[0] + " " + words[1].replaceFirst("^[<>~]", "");
    }

    /** Whether a figure carries all that a label says; periods and totals that the label leaves open may be there. */
    static boolean fulfils(Figure figure, String label) {
        List<String> expected = List.of(label.split(" "));
        List<String> actual = List.of(label(figure).split(" "));
        boolean exactMarks = List.of("HOUSEHOLD", "PLANNED").stream()
                .allMatch(mark -> expected.contains(mark) == actual.contains(mark));
        boolean rate = expected.stream().anyMatch(word -> word.startsWith("/")) == (figure.per() != null);
        return exactMarks && rate && actual.containsAll(expected);
    }
}
