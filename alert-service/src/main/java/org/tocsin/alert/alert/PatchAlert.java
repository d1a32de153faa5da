package org.tocsin.alert.alert;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * What an editor changes in an alert; fields that are absent stay as they are.
 *
 * @param status the state to go to
 * @param reason why, for the history; required to retract
 * @param title a title that later reports do not change
 */
public record PatchAlert(
        @Nullable AlertStatus status,
        @Nullable @Size(max = 500) String reason,
        @Nullable @Size(min = 1, max = 300) String title) {}
