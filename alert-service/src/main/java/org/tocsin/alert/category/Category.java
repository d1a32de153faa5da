package org.tocsin.alert.category;

import java.time.Duration;
import java.util.List;

/**
 * What is known about one kind of event.
 *
 * @param code for instance MASS_DEPORTATION
 * @param label how readers see it
 * @param phrase how it reads within a sentence
 * @param shape how such events lie in time and space
 * @param family categories of one family that one document tells of are one event
 * @param base points of severity for the kind of event alone, 0 to 45
 * @param lasting points of severity for harm that cannot be undone, 0 to 10
 * @param actions the actions whose figures measure such an event, the one that names it first
 * @param window the longest time between two reports of one event
 */
public record Category(
        String code,
        String label,
        String phrase,
        Shape shape,
        String family,
        int base,
        int lasting,
        List<String> actions,
        Duration window) {

    public Category {
        actions = List.copyOf(actions);
        if (base < 0 || base > 45 || lasting < 0 || lasting > 10) {
            throw new IllegalArgumentException("points of " + code + " are out of range");
        }
    }

    /** How events of a category lie in time and space. */
    public enum Shape {
        /** One place, one day. */
        INCIDENT,
        /** Goes on for weeks, with waves and single operations within it. */
        CAMPAIGN,
        /** A decision of a state that holds until it is lifted. */
        MEASURE
    }
}
