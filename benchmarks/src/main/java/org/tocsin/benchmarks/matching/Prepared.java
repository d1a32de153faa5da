package org.tocsin.benchmarks.matching;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.match.Sighting;

/** A report of the labelled streams, to be had again at other times and in other words. */
public record Prepared(Sighting sighting, Fingerprint original) {

    /** The same report at another time. */
    Sighting at(Instant time) {
        return new Sighting(
                sighting.category(),
                sighting.categories(),
                sighting.country(),
                time,
                sighting.language(),
                sighting.places(),
                sighting.figures(),
                sighting.planned(),
                sighting.voice(),
                sighting.text());
    }

    /** The report in words of their own for each variant. */
    Fingerprint fingerprint(UUID documentId, int variant, Instant time) {
        int[] shingles = original.shingles().clone();
        for (int i = 0; i < shingles.length; i++) {
            shingles[i] ^= variant * 0x9E3779B9;
        }
        Arrays.sort(shingles);
        return new Fingerprint(documentId, 0, variant, shingles, original.numbers(), time);
    }
}
