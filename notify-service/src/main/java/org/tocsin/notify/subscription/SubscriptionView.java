package org.tocsin.notify.subscription;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.filter.Filter;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A subscription as clients see it.
 *
 * @param sourceNotices none, own or all: of the silence of which sources it is told
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
        String sourceNotices,
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

    /**
     * How the subscriber is reached.
     *
     * @param headerNames of the receiver's own headers; their values are never shown
     * @param clientCertificate whether there is one, for mutual TLS
     * @param publicKeys that verify signatures of version v1a, the newest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChannelView(
            String type,
            @Nullable String address,
            @Nullable String url,
            @Nullable String format,
            @Nullable List<String> signatures,
            @Nullable List<String> headerNames,
            @Nullable Boolean clientCertificate,
            @Nullable List<String> publicKeys) {

        static ChannelView from(Channel channel) {
            if (channel instanceof Channel.Webhook webhook) {
                WebhookOptions options = webhook.options();
                List<String> signatures = options.signatures().stream()
                        .map(WebhookOptions.Signature::word)
                        .toList();
                String url = webhook.url().toString();
                return new ChannelView("webhook", null, url, options.format().word(), signatures, null, null, null);
            }
            return new ChannelView("email", channel.target(), null, null, null, null, null, null);
        }
    }

    static SubscriptionView from(Subscription subscription) {
        return new SubscriptionView(
                subscription.id(),
                subscription.organisation(),
                subscription.name(),
                ChannelView.from(subscription.channel()),
                subscription.filter(),
                SubscriptionBody.DeliveryBody.from(subscription.schedule()),
                subscription.sourceNotices().word(),
                subscription.language(),
                subscription.state(),
                subscription.stateReason(),
                subscription.stateSince(),
                subscription.validFrom(),
                subscription.validUntil(),
                null,
                subscription.revision(),
                subscription.createdAt(),
                subscription.updatedAt());
    }

    /** As it would be added elsewhere. What its owner or we stopped is added, but not active. */
    SubscriptionBody toBody() {
        Filter.Figure figure = filter.figure();
        boolean running = state == Subscription.State.ACTIVE;
        boolean unconfirmed = state == Subscription.State.PENDING || state == Subscription.State.UNSUBSCRIBED;
        return new SubscriptionBody(
                organisation,
                name,
                new SubscriptionBody.ChannelBody(
                        channel.type(),
                        channel.address(),
                        channel.url(),
                        channel.format(),
                        channel.signatures() == null ? null : List.copyOf(channel.signatures()),
                        null,
                        null),
                new SubscriptionBody.FilterBody(
                        List.copyOf(filter.categories()),
                        List.copyOf(filter.countries()),
                        List.copyOf(filter.places()),
                        filter.minSeverity(),
                        filter.minConfidence(),
                        figure == null ? null : new SubscriptionBody.FigureBody(figure.action(), figure.min()),
                        List.copyOf(filter.sources()),
                        filter.expression()),
                delivery,
                sourceNotices,
                language,
                validFrom,
                validUntil,
                channel.address() == null || unconfirmed ? null : true,
                running || unconfirmed ? null : Subscription.State.PAUSED.name());
    }

    SubscriptionView withSecret(@Nullable String shown) {
        return new SubscriptionView(
                id,
                organisation,
                name,
                channel,
                filter,
                delivery,
                sourceNotices,
                language,
                state,
                stateReason,
                stateSince,
                validFrom,
                validUntil,
                shown,
                revision,
                createdAt,
                updatedAt);
    }

    SubscriptionView with(List<String> headerNames, boolean clientCertificate, List<String> publicKeys) {
        return with(new ChannelView(
                channel.type(),
                channel.address(),
                channel.url(),
                channel.format(),
                channel.signatures(),
                headerNames.isEmpty() ? null : headerNames,
                clientCertificate ? true : null,
                publicKeys.isEmpty() ? null : publicKeys));
    }

    /** For logs that last: of a mail address only the first letter and the domain. */
    SubscriptionView withAddressHidden() {
        String address = channel.address();
        if (address == null) {
            return this;
        }
        String hidden = address.charAt(0) + "…" + address.substring(address.lastIndexOf('@'));
        return with(new ChannelView(channel.type(), hidden, null, null, null, null, null, null));
    }

    private SubscriptionView with(ChannelView newChannel) {
        return new SubscriptionView(
                id,
                organisation,
                name,
                newChannel,
                filter,
                delivery,
                sourceNotices,
                language,
                state,
                stateReason,
                stateSince,
                validFrom,
                validUntil,
                secret,
                revision,
                createdAt,
                updatedAt);
    }
}
