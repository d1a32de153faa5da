package org.tocsin.monitor.figure;

import java.time.Instant;
import java.util.List;

/** Finds the figures of a text. Immutable and thread-safe. */
public final class FigureReader {

    /** A reader with the lexica that come with Tocsin: en, fa, ps, ur, ar, tr, de, fr and es. */
    public FigureReader() {}

    /**
     * Reads the figures of a text in the order in which they stand there.
     *
     * @param text plain text of any length; the offsets of the figures are UTF-16 offsets into it
     * @param language BCP 47; the primary subtag chooses the lexicon ("fa-AF" reads with "fa"), a language without
     *     one is read with the English lexicon
     * @param publishedAt what "yesterday" or "since January" are relative to
     */
    public List<Figure> read(String text, String language, Instant publishedAt) {
        return List.of();
    }
}
