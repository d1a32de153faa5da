package org.tocsin.notify.delivery;

import java.util.List;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/**
 * What is sent in one go: one delivery, or those that make up a digest.
 *
 * @param sending starts the try; its result never fails
 */
public record Parcel(List<Owed> contents, Supplier<Uni<Outcome>> sending) {

    public Parcel {
        contents = List.copyOf(contents);
    }
}
