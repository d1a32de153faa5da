package org.tocsin.notify.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertVersions;
import org.tocsin.notify.delivery.Outcome;
import org.tocsin.notify.delivery.Owed;
import org.tocsin.notify.delivery.Parcel;
import org.tocsin.notify.delivery.Prepared;
import org.tocsin.notify.delivery.Sender;
import org.tocsin.notify.secret.SealedSettings;
import org.tocsin.notify.secret.SigningSecrets;
import org.tocsin.notify.subscription.Channel;
import org.tocsin.notify.subscription.Subscriptions;
import org.tocsin.notify.subscription.WebhookOptions;
import org.tocsin.platform.egress.EgressClient;
import org.tocsin.platform.egress.EgressRequest;
import org.tocsin.platform.egress.TlsIdentity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;

/** Sends webhooks. Id and body are the same at every try. */
@Singleton
class WebhookSender implements Sender {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final long ANSWER_BYTES = 16 * 1024;
    private static final int CONCURRENCY = 512;
    private static final int PER_ENDPOINT = 32;

    private final Subscriptions subscriptions;
    private final AlertVersions alerts;
    private final SigningSecrets secrets;
    private final SealedSettings sealed;
    private final WebhookMessages messages;
    private final EgressClient egress;
    private final Clock clock;

    WebhookSender(
            Subscriptions subscriptions,
            AlertVersions alerts,
            SigningSecrets secrets,
            SealedSettings sealed,
            WebhookMessages messages,
            EgressClient egress,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.alerts = alerts;
        this.secrets = secrets;
        this.sealed = sealed;
        this.messages = messages;
        this.egress = egress;
        this.clock = clock;
    }

    @Override
    public Channel.Type channel() {
        return Channel.Type.WEBHOOK;
    }

    @Override
    public int concurrency() {
        return CONCURRENCY;
    }

    @Override
    public int concurrencyPerLane() {
        return PER_ENDPOINT;
    }

    @Override
    public int batchPerLane() {
        return PER_ENDPOINT;
    }

    @Override
    public boolean sharedServer() {
        return false;
    }

    @Override
    public Prepared prepare(List<Owed> deliveries) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<UUID, Receiver> receivers = receivers(
                    deliveries.stream().map(Owed::subscription).distinct().toList());
            var versions = alerts.find(deliveries.stream()
                    .map(WebhookSender::key)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList());
            Map<Form, WebhookMessage> made = new HashMap<>();
            List<Parcel> parcels = new ArrayList<>(deliveries.size());
            for (Owed owed : deliveries) {
                Receiver receiver = receivers.get(owed.subscription());
                WebhookMessage message = receiver == null
                        ? null
                        : message(owed, receiver.options().format(), versions.get(key(owed)), made);
                parcels.add(new Parcel(List.of(owed), () -> send(owed, receiver, message)));
            }
            return new Prepared(parcels, List.of());
        });
    }

    /** Where webhooks of a subscription go, and by what the receiver knows them to be ours. */
    private record Receiver(
            URI url, WebhookOptions options, SigningSecrets.Signing signing, SealedSettings.Settings settings) {

        private @Nullable TlsIdentity identity() {
            SealedSettings.ClientCertificate certificate = settings.certificate();
            return certificate == null ? null : new TlsIdentity(certificate.certificate(), certificate.key());
        }
    }

    private Map<UUID, Receiver> receivers(List<UUID> ids) {
        Map<UUID, Channel.Webhook> channels = subscriptions.webhooks(ids);
        List<UUID> asymmetric = ids.stream()
                .filter(id ->
                        channels.containsKey(id) && channels.get(id).options().asymmetric())
                .toList();
        Map<UUID, SigningSecrets.Signing> signing = secrets.valid(ids, asymmetric);
        Map<UUID, SealedSettings.Settings> settings = sealed.of(ids);
        Map<UUID, Receiver> receivers = new HashMap<>();
        channels.forEach((id, webhook) -> receivers.put(
                id,
                new Receiver(
                        webhook.url(),
                        webhook.options(),
                        signing.getOrDefault(id, SigningSecrets.Signing.NONE),
                        settings.getOrDefault(id, SealedSettings.Settings.NONE))));
        return receivers;
    }

    private record Form(AlertVersions.Key version, WebhookOptions.Format format) {}

    /** All receivers of a version that want the same form get the same bytes, made once. */
    private WebhookMessage message(
            Owed owed,
            WebhookOptions.Format format,
            AlertVersions.@Nullable Stored version,
            Map<Form, WebhookMessage> made) {
        return version == null
                ? messages.message(format, owed, null)
                : made.computeIfAbsent(
                        new Form(version.key(), format), form -> messages.message(format, owed, version));
    }

    private Uni<Outcome> send(Owed owed, @Nullable Receiver receiver, @Nullable WebhookMessage message) {
        if (receiver == null || message == null) {
            return Uni.createFrom().item(new Outcome.Permanent(null, "The subscription is gone", null, false));
        }
        Instant now = clock.instant();
        String id = owed.id().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("user-agent", "Tocsin/1");
        headers.putAll(receiver.settings().headers());
        headers.putAll(message.headers());
        headers.put("content-type", message.contentType());
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put(
                "webhook-signature",
                WebhookSigner.signature(
                        id,
                        now,
                        message.body(),
                        receiver.signing(),
                        receiver.options().signatures()));
        EgressRequest request = new EgressRequest(
                "POST", receiver.url(), headers, message.body(), 0, ANSWER_BYTES, TIMEOUT, receiver.identity());
        return egress.send(request).map(outcome -> WebhookOutcomes.of(outcome, clock.instant()));
    }

    private static AlertVersions.@Nullable Key key(Owed owed) {
        return owed.alert() == null || owed.version() == null
                ? null
                : new AlertVersions.Key(owed.alert(), owed.version());
    }
}
