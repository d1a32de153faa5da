package org.tocsin.alert.alert;

import java.util.Optional;

/**
 * Decides whether a change of an alert is worth telling, and as what. A rise of the band is told whatever else happened
 * and whatever state the alert is in; a further carrier of a known text is not told. Pure.
 */
final class Telling {

    private Telling() {}

    /**
     * What the world is told.
     *
     * @param before the alert as it was last assessed
     * @param after the alert as it is now
     * @param asked whether somebody made the change, or an independent voice joined
     * @return empty when readers would learn nothing
     */
    static Optional<AlertChange.Kind> of(AlertState before, AlertState after, boolean asked) {
        if (entered(before, after, AlertStatus.RETRACTED)) {
            return Optional.of(AlertChange.Kind.RETRACTED);
        }
        if (entered(before, after, AlertStatus.CLOSED)) {
            return Optional.of(AlertChange.Kind.CLOSED);
        }
        if (after.band().above(before.band())) {
            return Optional.of(AlertChange.Kind.ESCALATED);
        }
        return asked || before.tellsLessThan(after) ? Optional.of(AlertChange.Kind.UPDATED) : Optional.empty();
    }

    private static boolean entered(AlertState before, AlertState after, AlertStatus status) {
        return before.status() != status && after.status() == status;
    }
}
