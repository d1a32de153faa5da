package org.tocsin.alert.intake;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How much a document is about what a signal found: most when the title says it, less the later in the text it comes.
 *
 * @param inTitle whether the title holds evidence
 * @param start where the first evidence in the text begins, null when there is none
 * @param score of the rule
 */
record Prominence(boolean inTitle, @Nullable Integer start, double score) {

    private static final double STRONG = 4;

    /** A report says within so many characters what it is about. */
    private static final int LEAD = 400;

    /** A text of usual length; how much earlier evidence counts must not depend on what else a signal knows. */
    private static final double USUAL_LENGTH = 3_000;

    static Prominence of(SignalReceived signal) {
        List<SignalReceived.Evidence> evidence = Objects.requireNonNullElse(signal.evidence(), List.of());
        boolean inTitle = evidence.stream().filter(Objects::nonNull).anyMatch(hit -> "title".equals(hit.field()));
        Integer start = evidence.stream()
                .filter(Objects::nonNull)
                .filter(hit -> !"title".equals(hit.field()))
                .map(SignalReceived.Evidence::start)
                .min(Integer::compare)
                .orElse(null);
        return new Prominence(inTitle, start, signal.score());
    }

    static Prominence of(SignalReceived.Sibling sibling) {
        return new Prominence(sibling.inTitle(), sibling.start(), sibling.score());
    }

    /** A number above 0; only its order among the signals of one document matters. */
    double value() {
        double early = start == null ? 0 : 1 - Math.max(0, Math.min(1, start / USUAL_LENGTH));
        double strong = Math.max(0, Math.min(1, score / STRONG));
        return Math.round(((inTitle ? 1 : 0) + 0.5 * early + 0.5 * strong + 0.01) * 1000) / 1000.0;
    }

    /** Whether title or first sentences speak of it, so that it is more than background. */
    boolean leading() {
        return inTitle || (start != null && start < LEAD);
    }
}
