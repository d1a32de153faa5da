package org.tocsin.monitor.place;

/**
 * A place named in a text.
 *
 * @param place the place
 * @param demonym whether the word means its people or is its adjective ("Iranian", "Afghans")
 * @param first the first word
 * @param last the last word
 */
public record Mention(Place place, boolean demonym, int first, int last) {

    /** Whether the same words name a place in another country. */
    boolean isNamesakeOf(Mention other) {
        return first == other.first
                && last == other.last
                && !demonym
                && !other.demonym
                && !place.country().equals(other.place.country());
    }
}
