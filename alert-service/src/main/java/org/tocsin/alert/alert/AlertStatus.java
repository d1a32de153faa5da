package org.tocsin.alert.alert;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Where an alert stands. */
public enum AlertStatus {
    /** Nobody has taken it up yet. */
    OPEN,
    /** Somebody has taken it up. */
    ACKNOWLEDGED,
    /** Over. A new report of its own opens it again. */
    CLOSED,
    /** A false alarm. Only a new independent voice opens it again. */
    RETRACTED;

    /** The states that may follow this one. */
    Set<AlertStatus> next() {
        return switch (this) {
            case OPEN -> Set.of(ACKNOWLEDGED, CLOSED, RETRACTED);
            case ACKNOWLEDGED -> Set.of(OPEN, CLOSED, RETRACTED);
            case CLOSED -> Set.of(OPEN, RETRACTED);
            case RETRACTED -> Set.of(OPEN);
        };
    }

    /** What a person who brings an alert to this state says about it; null when nothing. */
    @Nullable
    Verdict verdict() {
        return switch (this) {
            case OPEN -> null;
            case ACKNOWLEDGED, CLOSED -> Verdict.CONFIRMED;
            case RETRACTED -> Verdict.FALSE_ALARM;
        };
    }

    /** Whether the event is held to be going on. */
    boolean live() {
        return this == OPEN || this == ACKNOWLEDGED;
    }
}
