package org.tocsin.notify.delivery;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.Band;

/**
 * What a subscription knows of an alert, or is owed.
 *
 * @param version the newest one
 * @param heard false when all there was of it was cancelled or failed
 * @param band of the newest version that it has heard of, null when that is not known
 */
public record Told(int version, boolean heard, @Nullable Band band) {}
