package org.tocsin.notify.subscription;

import org.jspecify.annotations.Nullable;

/**
 * Told within the transaction that changes a subscription's state, so that what is owed to it can follow.
 *
 * @param previous null for a new subscription
 */
public record SubscriptionChanged(Subscription subscription, Subscription.@Nullable State previous) {}
