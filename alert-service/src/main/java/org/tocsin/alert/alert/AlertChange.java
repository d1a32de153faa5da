package org.tocsin.alert.alert;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.score.Band;

/**
 * Why an alert has a new version.
 *
 * @param kind decides the type of the event
 * @param reason for readers
 * @param cause the same in parts
 * @param actor {@code system}, or the name in the token of whoever did it
 * @param previousBand null for a new alert
 * @param diff what differs from the version before; empty for a new alert
 */
public record AlertChange(
        Kind kind, String reason, Cause cause, String actor, @Nullable Band previousBand, List<FieldChange> diff) {

    /** Whoever matches and scores. */
    public static final String SYSTEM = "system";

    public AlertChange {
        diff = List.copyOf(diff);
    }

    /** What kind of change the world is told of. */
    public enum Kind {
        OPENED,
        UPDATED,
        /** The severity rose to a higher band. */
        ESCALATED,
        CLOSED,
        RETRACTED
    }
}
