package org.tocsin.alert.alert;

import org.jspecify.annotations.Nullable;

/**
 * One field of an alert that a version changed.
 *
 * @param from null if it was not there
 * @param to null if it is no longer there
 */
public record FieldChange(String field, @Nullable Object from, @Nullable Object to) {}
