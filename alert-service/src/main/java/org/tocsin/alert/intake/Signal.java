package org.tocsin.alert.intake;

import org.tocsin.alert.alert.ReportFacts;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.match.Sighting;
import org.tocsin.alert.match.TermWeights;
import org.tocsin.alert.match.TextProfile;

/**
 * A signal that was found to make sense.
 *
 * @param category the leading one of what the document's signals of this state found
 * @param facts what its document says
 * @param text of the document, for comparison only
 * @param mention whether the document is about something else and this is background
 * @param series whether a series of numbers says so, rather than a document
 */
public record Signal(Category category, ReportFacts facts, String text, boolean mention, boolean series) {

    /** What tells copies. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(facts.documentId(), facts.url(), facts.title(), text, facts.eventAt());
    }

    /** What tells events. */
    public Sighting sighting(TermWeights termWeights) {
        TextProfile profile = series
                ? TextProfile.ofSeries(facts.title(), facts.eventAt(), termWeights)
                : TextProfile.of(facts.title(), text, facts.eventAt(), termWeights);
        return new Sighting(
                category,
                facts.prominence().keySet(),
                facts.country(),
                facts.eventAt(),
                facts.language(),
                facts.places(),
                facts.figures(),
                facts.planned(),
                facts.source().voice(),
                profile);
    }
}
