package org.tocsin.notify.delivery;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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

    /** The delivery whose id the receiver sees: the one that was owed first. */
    UUID identity() {
        return contents.stream()
                .map(Owed::id)
                .min(Comparator.comparing(UUID::toString))
                .orElseThrow();
    }
}
