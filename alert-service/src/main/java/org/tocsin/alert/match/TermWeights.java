package org.tocsin.alert.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import org.tocsin.alert.text.CanonicalText;

/**
 * How much a word tells about which event a text is about. Words that many reports of this field share ("deported",
 * "officials") weigh little; a word that is not listed is rare, and weighs most. The shares are fixed data rather than
 * counted from the stream, so that the same documents make the same alerts in every order.
 */
public final class TermWeights {

    private static final double RARE = 0.004;

    /** A word in more of the documents than this names nothing in particular. */
    private static final double COMMON = 0.06;

    private final Map<String, Double> weights;

    private TermWeights(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    /**
     * Reads lines of a stem, a tab and the share of documents that contain it; lines that start with # are comments.
     *
     * @throws IllegalArgumentException when a line is not of that form
     */
    public static TermWeights read(Reader reader) {
        var weights = new HashMap<String, Double>();
        try (var lines = new BufferedReader(reader)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] columns = line.split("\t");
                if (columns.length != 2) {
                    throw new IllegalArgumentException("expected a stem, a tab and a share");
                }
                weights.put(CanonicalText.fold(columns[0]), Math.log(1 / Double.parseDouble(columns[1])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TermWeights(weights);
    }

    /** Inverse document frequency of a stem, natural logarithm; 0 for what is in every document. */
    double of(String stem) {
        return weights.getOrDefault(stem, Math.log(1 / RARE));
    }

    /** Whether the stem belongs to the language of the field rather than to one event. */
    boolean common(String stem) {
        return of(stem) < Math.log(1 / COMMON);
    }
}
