package org.tocsin.monitor.place;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where an event happened and whose deed it is.
 *
 * @param country ISO 3166-1 alpha-2 of the state that acts, or null
 * @param places where it happens, the nearest to the words of the event first
 */
public record Located(@Nullable String country, List<Place> places) {

    public Located {
        places = List.copyOf(places);
    }
}
