package org.tocsin.notify.organisation;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

/** Whom to tell when something is wrong with an organisation's subscriptions. */
@Singleton
public class Contacts {

    private final OrganisationRepository repository;

    Contacts(OrganisationRepository repository) {
        this.repository = repository;
    }

    /** The addresses of an organisation's contacts, within the running transaction. Personal data: never logged. */
    public List<String> addresses(UUID organisation) {
        return repository
                .find(organisation)
                .map(found ->
                        found.contacts().stream().map(Contact::email).distinct().toList())
                .orElse(List.of());
    }
}
