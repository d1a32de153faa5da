package org.tocsin.notify.delivery;

import java.time.Instant;
import java.util.UUID;

import org.tocsin.notify.subscription.Channel;

/**
 * A version of an alert that is owed to a subscription.
 *
 * @param kind what it is to this subscriber
 * @param gathered whether it waits to be sent with others
 * @param reasons why the subscription wants it, JSON
 */
public record Planned(
        UUID id,
        UUID subscription,
        Channel.Type channel,
        DeliveryKind kind,
        boolean urgent,
        boolean gathered,
        Instant dueAt,
        String reasons) {}
