package org.tocsin.monitor.signal;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.figure.Figure;

/**
 * A threshold that a series has passed.
 *
 * @param country the state that acts, null when it is not known
 * @param figures the value as a number of people, if it is one
 */
public record SeriesSignal(
        long indicatorVersion,
        String category,
        @Nullable String country,
        List<PlaceView> places,
        List<Figure> figures,
        SeriesFinding finding) {

    public SeriesSignal {
        places = List.copyOf(places);
        figures = List.copyOf(figures);
    }
}
