package org.tocsin.monitor.signal;

import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.place.Place;

/**
 * A place as shown.
 *
 * @param kind country, region, city, crossing or camp
 */
@Schema(name = "Place")
public record PlaceView(String name, String kind, String country, @Nullable String pcode) {

    public static PlaceView from(Place place) {
        return new PlaceView(
                place.name(), place.kind().name().toLowerCase(Locale.ROOT), place.country(), place.pcode());
    }
}
