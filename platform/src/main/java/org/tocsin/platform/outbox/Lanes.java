package org.tocsin.platform.outbox;

import java.util.concurrent.ThreadLocalRandom;

import org.tocsin.platform.event.RawRecord;

/** Spreads records over the lanes of the outbox: those of one key always go to the same. */
final class Lanes {

    /** As many as the table {@code outbox_lane} has rows. */
    static final int COUNT = 8;

    private Lanes() {}

    static int of(RawRecord record) {
        String key = record.key();
        return key == null ? ThreadLocalRandom.current().nextInt(COUNT) : Math.floorMod(key.hashCode(), COUNT);
    }
}
