package org.tocsin.platform.inbox;

import org.tocsin.platform.event.Event;

/** What a service does with an event. Called within the transaction that also remembers the event's id. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Handles an event that was not handled before.
     *
     * @throws org.tocsin.platform.event.InvalidEventException when the event can never be handled
     */
    void handle(Event event);
}
