package org.tocsin.alert.alert;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * Reports that tell of another event than the rest of their alert.
 *
 * @param documentIds the reports to take out; their copies go with them
 * @param into the alert that takes them, or null to open a new one
 * @param reason why, for the history
 */
public record SplitAlert(
        @NotEmpty @Size(max = 500) List<@NotNull UUID> documentIds,
        @Nullable UUID into,
        @Nullable @Size(max = 500) String reason) {}
