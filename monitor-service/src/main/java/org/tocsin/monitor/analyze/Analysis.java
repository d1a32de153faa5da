package org.tocsin.monitor.analyze;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.figure.Figure;
import org.tocsin.monitor.reading.Evidence;
import org.tocsin.monitor.reading.Reading;
import org.tocsin.monitor.reading.Rejection;
import org.tocsin.monitor.reading.Signal;
import org.tocsin.monitor.reading.TraceEntry;
import org.tocsin.monitor.signal.PlaceView;

/**
 * What a document says.
 *
 * @param language one of ours, or und
 * @param figures all numbers of people in the text, whatever signal they belong to
 * @param rejected the rules that found something and yet did not fire
 */
record Analysis(String language, List<Found> signals, List<Figure> figures, List<Rejection> rejected) {

    static Analysis from(Reading reading) {
        return new Analysis(
                reading.language(),
                reading.signals().stream().map(Found::from).toList(),
                reading.figures(),
                reading.rejected());
    }

    /**
     * A rule that fired.
     *
     * @param country the state that acts, null when the text does not tell
     * @param places where it happens
     * @param planned announced rather than done
     * @param figures those that belong to it
     */
    record Found(
            String rule,
            int ruleVersion,
            String category,
            @Nullable String country,
            List<PlaceView> places,
            boolean planned,
            double score,
            List<Evidence> evidence,
            List<Figure> figures,
            List<TraceEntry> trace) {

        static Found from(Signal signal) {
            return new Found(
                    signal.rule(),
                    signal.ruleVersion(),
                    signal.category(),
                    signal.country(),
                    signal.places().stream().map(PlaceView::from).toList(),
                    signal.planned(),
                    signal.score(),
                    signal.evidence(),
                    signal.figures(),
                    signal.trace());
        }
    }
}
