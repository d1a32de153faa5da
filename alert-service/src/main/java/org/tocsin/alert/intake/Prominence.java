package org.tocsin.alert.intake;

import java.util.List;
import java.util.Objects;

/**
 * How much a document is about what a signal found: most when the title says it, less the later in the text it comes.
 * Decides which of several categories leads.
 */
final class Prominence {

    private static final double STRONG = 4;

    private Prominence() {}

    /** A number above 0; only its order among the signals of one document matters. */
    static double of(SignalReceived signal, String text) {
        List<SignalReceived.Evidence> evidence = Objects.requireNonNullElse(signal.evidence(), List.of());
        boolean inTitle = evidence.stream().filter(Objects::nonNull).anyMatch(hit -> "title".equals(hit.field()));
        int first = evidence.stream()
                .filter(Objects::nonNull)
                .filter(hit -> !"title".equals(hit.field()))
                .mapToInt(SignalReceived.Evidence::start)
                .min()
                .orElse(inTitle ? 0 : text.length());
        double early = 1 - Math.max(0, Math.min(1, first / (text.length() + 1.0)));
        double strong = Math.max(0, Math.min(1, signal.score() / STRONG));
        return Math.round(((inTitle ? 1 : 0) + 0.5 * early + 0.5 * strong + 0.01) * 1000) / 1000.0;
    }
}
