package org.tocsin.notify.delivery;

import java.util.List;

/** What became of deliveries that were taken: each of them is in exactly one of the parcels, or put off. */
public record Prepared(List<Parcel> parcels, List<PutOff> putOff) {

    public Prepared {
        parcels = List.copyOf(parcels);
        putOff = List.copyOf(putOff);
    }
}
