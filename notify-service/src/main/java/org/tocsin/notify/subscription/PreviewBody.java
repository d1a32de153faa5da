package org.tocsin.notify.subscription;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;

/**
 * A filter to try.
 *
 * @param days how far to look back, 7 unless told
 */
record PreviewBody(SubscriptionBody.@Nullable FilterBody filter, @Nullable @Min(1) @Max(90) Integer days) {}
