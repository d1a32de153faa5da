package org.tocsin.notify.subscription;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.filter.Filter;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A subscription as clients see it.
 *
 * @param secret the signing secret of a webhook, in the answer that creates it and never again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionView(
        UUID id,
        UUID organisation,
        @Nullable String name,
        ChannelView channel,
        Filter filter,
        SubscriptionBody.DeliveryBody delivery,
        String language,
        Subscription.State state,
        @Nullable String stateReason,
        Instant stateSince,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String secret,
        int revision,
        Instant createdAt,
        Instant updatedAt) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChannelView(String type, @Nullable String address, @Nullable String url, @Nullable String format) {

        static ChannelView from(Channel channel) {
            return switch (channel.type()) {
                case EMAIL -> new ChannelView("email", channel.target(), null, null);
                case WEBHOOK -> new ChannelView("webhook", null, channel.target(), "json");
            };
        }
    }

    static SubscriptionView from(Subscription subscription) {
        return from(subscription, null);
    }

    static SubscriptionView from(Subscription subscription, @Nullable String secret) {
        return new SubscriptionView(
                subscription.id(),
                subscription.organisation(),
                subscription.name(),
                ChannelView.from(subscription.channel()),
                subscription.filter(),
                SubscriptionBody.DeliveryBody.from(subscription.schedule()),
                subscription.language(),
                subscription.state(),
                subscription.stateReason(),
                subscription.stateSince(),
                subscription.validFrom(),
                subscription.validUntil(),
                secret,
                subscription.revision(),
                subscription.createdAt(),
                subscription.updatedAt());
    }
}
