package org.tocsin.notify.organisation;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/** What a client says about an organisation. */
record OrganisationBody(
        @NotBlank @Size(max = 200) String name, @Nullable @Size(max = 20) List<@Valid Contact> contacts) {

    List<Contact> contactsOrNone() {
        return contacts == null ? List.of() : contacts;
    }
}
