package org.tocsin.notify.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.Band;

/**
 * What a subscription knows of an alert, or is owed.
 *
 * @param version the newest one
 * @param heard false when all there was of it was cancelled or failed
 * @param band of the newest version that it has heard of, null when that is not known
 * @param lastAt when it was last sent something about the alert; while nothing was sent yet, since when it is owed something
 */
public record Told(int version, boolean heard, @Nullable Band band, Instant lastAt) {}
