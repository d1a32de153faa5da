package org.tocsin.monitor.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A lexicon as it is written: sections {@code [role argument]} of comma-separated patterns, numbers as
 * {@code 20..99 = dozens}, comments after {@code #}. In a pattern {@code *} stands for the rest of a word, at its end
 * or, in patterns of one word, at its beginning.
 */
record LexiconFile(Map<String, String> settings, List<Entry> entries) {

    /** A pattern with what it means. */
    record Entry(String pattern, Sense sense) {}

    static LexiconFile read(String language) {
        String name = language + ".lexicon";
        try (InputStream resource = LexiconFile.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("no lexicon " + name);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            return parse(name, lines.lines().toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static LexiconFile parse(String name, List<String> lines) {
        Map<String, String> settings = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        String[] section = {"settings"};
        for (int i = 0; i < lines.size(); i++) {
            String line = withoutComment(lines.get(i)).strip();
            try {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.indexOf(']')).split(" ");
                } else if (section[0].equals("settings") && !line.isEmpty()) {
                    String[] pair = line.split("=", 2);
                    settings.put(pair[0].strip(), pair[1].strip());
                } else if (!line.isEmpty()) {
                    addEntries(section, line, entries);
                }
            } catch (RuntimeException wrong) {
                throw new IllegalArgumentException(name + ", line " + (i + 1) + ": " + line, wrong);
            }
        }
        return new LexiconFile(Map.copyOf(settings), List.copyOf(entries));
    }

    private static void addEntries(String[] section, String line, List<Entry> entries) {
        Role role = Role.valueOf(section[0].toUpperCase(Locale.ROOT));
        String argument = section.length > 1 ? section[1] : null;
        int equals = line.indexOf(" = ");
        double low = 0;
        double high = 0;
        if (equals > 0) {
            String[] ends = line.substring(0, equals).strip().split("\\.\\.");
            low = Double.parseDouble(ends[0]);
            high = Double.parseDouble(ends[ends.length - 1]);
        }
        Sense sense = new Sense(role, low, high, argument);
        for (String pattern : line.substring(equals > 0 ? equals + 3 : 0).split(",")) {
            if (!pattern.isBlank()) {
                entries.add(new Entry(pattern.strip(), sense));
            }
        }
    }

    private static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return hash < 0 ? line : line.substring(0, hash);
    }
}
