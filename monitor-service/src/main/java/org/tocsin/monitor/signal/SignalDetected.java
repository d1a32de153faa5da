package org.tocsin.monitor.signal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.PlainText;
import org.tocsin.monitor.figure.Figure;
import org.tocsin.monitor.reading.Evidence;
import org.tocsin.monitor.reading.Signal;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Data of the event {@code org.tocsin.signal.detected.v1}.
 *
 * @param kind RULE for a rule on a document, WINDOW for one on the reports of some time, of which the document is the
 *     last, SERIES for a threshold of an indicator
 * @param document what it was found in, null for a series
 * @param indicator what a series says, null for a document
 * @param window what the reports of some time amount to, null where a single document fired
 * @param siblings the other signals of the same document
 */
record SignalDetected(
        UUID signalId,
        String kind,
        String rule,
        int ruleVersion,
        String category,
        @Nullable String country,
        List<PlaceView> places,
        boolean planned,
        double score,
        List<Evidence> evidence,
        List<Figure> figures,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable About document,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SeriesFinding indicator,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WindowFinding window,
        List<Sibling> siblings,
        Instant detectedAt) {

    static final String TYPE = "org.tocsin.signal.detected.v1";
    static final String TOPIC = "signals";
    static final String RULE = "RULE";
    static final String WINDOW = "WINDOW";
    static final String SERIES = "SERIES";

    /** As much of the text as is needed to compare documents with each other, in UTF-16 units. */
    static final int TEXT_LIMIT = 20_000;

    /** Of each list: a book-length document must not make an event that no broker takes. */
    private static final int LIST_LIMIT = 100;

    /** The signals of one document keep their order when they are about the same thing. */
    String key() {
        return category + "/" + (country == null ? "" : country);
    }

    static SignalDetected from(
            UUID id, Signal signal, List<Signal> all, PendingDocument document, String language, Instant now) {
        return new SignalDetected(
                id,
                RULE,
                signal.rule(),
                signal.ruleVersion(),
                signal.category(),
                signal.country(),
                signal.places().stream().limit(LIST_LIMIT).map(PlaceView::from).toList(),
                signal.planned(),
                signal.score(),
                signal.evidence().stream().limit(LIST_LIMIT).toList(),
                signal.figures().stream().limit(LIST_LIMIT).toList(),
                About.from(document, language),
                null,
                null,
                all.stream().filter(other -> other != signal).map(Sibling::from).toList(),
                now);
    }

    /** The same, as the signal of a window that it completed. */
    SignalDetected fired(WindowFinding finding) {
        return new SignalDetected(
                signalId,
                WINDOW,
                rule,
                ruleVersion,
                category,
                country,
                places,
                planned,
                score,
                evidence,
                figures,
                document,
                null,
                finding,
                siblings,
                detectedAt);
    }

    static SignalDetected from(UUID id, SeriesSignal signal, Instant now) {
        SeriesFinding finding = signal.finding();
        return new SignalDetected(
                id,
                SERIES,
                finding.id() + "/" + finding.threshold().id(),
                Math.toIntExact(signal.indicatorVersion()),
                signal.category(),
                signal.country(),
                signal.places(),
                false,
                1,
                List.of(),
                signal.figures(),
                null,
                finding,
                null,
                List.of(),
                now);
    }

    /** The document, bounded. */
    record About(
            UUID id,
            String url,
            String title,
            String text,
            String language,
            Instant publishedAt,
            Instant receivedAt,
            Publisher source) {

        static About from(PendingDocument document, String language) {
            PendingDocument.Source source = document.source();
            return new About(
                    document.id(),
                    document.url(),
                    document.title(),
                    PlainText.head(document.text(), TEXT_LIMIT),
                    language,
                    document.publishedAt(),
                    document.receivedAt(),
                    new Publisher(source.id(), source.name(), source.reliability(), source.ownerGroup()));
        }
    }

    /** Who published it. */
    record Publisher(UUID id, String name, String reliability, @Nullable String ownerGroup) {}

    /**
     * Another signal of the same document.
     *
     * @param start where its first evidence in the text begins, null when all of it is in the title
     */
    record Sibling(String category, @Nullable String country, double score, @Nullable Integer start, boolean inTitle) {

        static Sibling from(Signal signal) {
            Integer start = signal.evidence().stream()
                    .filter(evidence -> evidence.field().equals("text"))
                    .map(Evidence::start)
                    .min(Integer::compare)
                    .orElse(null);
            boolean inTitle = signal.evidence().stream()
                    .anyMatch(evidence -> evidence.field().equals("title"));
            return new Sibling(signal.category(), signal.country(), signal.score(), start, inTitle);
        }
    }
}
