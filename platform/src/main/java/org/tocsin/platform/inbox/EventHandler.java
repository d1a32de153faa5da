package org.tocsin.platform.inbox;

import java.util.List;

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

    /**
     * Handles the events of one transaction, none of which was handled before, in the order in which they came. Whoever
     * can do it with fewer statements than one by one does it here. When it fails, each event is handled by itself.
     *
     * @throws org.tocsin.platform.event.InvalidEventException when one of the events can never be handled
     */
    default void handleAll(List<Event> events) {
        events.forEach(this::handle);
    }
}
