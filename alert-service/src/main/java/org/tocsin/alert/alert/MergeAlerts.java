package org.tocsin.alert.alert;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * Alerts that tell of the same event.
 *
 * @param alerts those that become part of the alert the request is for
 * @param reason why, for the history
 */
public record MergeAlerts(
        @NotEmpty @Size(max = 50) List<@NotNull UUID> alerts, @Nullable @Size(max = 500) String reason) {}
