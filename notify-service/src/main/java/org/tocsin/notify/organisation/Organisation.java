package org.tocsin.notify.organisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An organisation that subscribes.
 *
 * @param revision rises with every change
 */
record Organisation(UUID id, String name, List<Contact> contacts, int revision, Instant createdAt, Instant updatedAt) {

    Organisation {
        contacts = List.copyOf(contacts);
    }

    Organisation changed(String newName, List<Contact> newContacts, Instant now) {
        return new Organisation(id, newName, newContacts, revision + 1, createdAt, now);
    }
}
