package org.tocsin.notify.organisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An organisation as clients see it. */
record OrganisationView(
        UUID id, String name, List<Contact> contacts, int revision, Instant createdAt, Instant updatedAt) {

    static OrganisationView from(Organisation organisation) {
        return new OrganisationView(
                organisation.id(),
                organisation.name(),
                organisation.contacts(),
                organisation.revision(),
                organisation.createdAt(),
                organisation.updatedAt());
    }
}
