package org.tocsin.notify.organisation;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A person who is told when something is wrong with the organisation's subscriptions. */
record Contact(@NotBlank @Size(max = 200) String name, @NotNull @Email @Size(min = 3, max = 254) String email) {}
