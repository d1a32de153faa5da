package org.tocsin.notify.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;
import org.tocsin.platform.token.Roles;

/**
 * The token that a client asks for.
 *
 * @param subject whom it is for, in words
 * @param roles from {@link Roles}
 * @param organisation needed by the role partner, and by no other
 * @param hours how long it is good for; a day when not told
 */
record TokenBody(
        @NotBlank @Size(max = 200) String subject,
        @NotEmpty @Size(max = 10) List<@NotNull String> roles,
        @Nullable UUID organisation,
        @Nullable @Min(1) Integer hours) {

    private static final int DAY = 24;

    /** @throws ProblemException 422 when a role is unknown or a partner's organisation is missing */
    Set<String> checkedRoles() {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            if (!Roles.ALL.contains(roles.get(i))) {
                errors.add(new FieldError("/roles/" + i, "must be one of " + new TreeSet<>(Roles.ALL)));
            }
        }
        if (roles.contains(Roles.PARTNER) && organisation == null) {
            errors.add(new FieldError("/organisation", "is needed by the role " + Roles.PARTNER));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid("This token cannot be issued.", errors);
        }
        return Set.copyOf(roles);
    }

    Duration lifetime() {
        return Duration.ofHours(hours == null ? DAY : hours);
    }
}
