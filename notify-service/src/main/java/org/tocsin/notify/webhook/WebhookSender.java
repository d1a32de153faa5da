package org.tocsin.notify.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertVersions;
import org.tocsin.notify.delivery.Outcome;
import org.tocsin.notify.delivery.Owed;
import org.tocsin.notify.delivery.Parcel;
import org.tocsin.notify.delivery.Sender;
import org.tocsin.notify.secret.SigningSecret;
import org.tocsin.notify.secret.SigningSecrets;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.subscription.Channel;
import org.tocsin.platform.egress.EgressClient;
import org.tocsin.platform.egress.EgressRequest;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;

/** Sends webhooks. The body is what was stored with the alert; id and body are the same at every try. */
@Singleton
class WebhookSender implements Sender {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final long ANSWER_BYTES = 16 * 1024;
    private static final int CONCURRENCY = 512;
    private static final int PER_ENDPOINT = 32;

    private final Sql sql;
    private final AlertVersions alerts;
    private final SigningSecrets secrets;
    private final EgressClient egress;
    private final ObjectMapper json;
    private final Clock clock;

    WebhookSender(
            Sql sql,
            AlertVersions alerts,
            SigningSecrets secrets,
            EgressClient egress,
            ObjectMapper json,
            Clock clock) {
        this.sql = sql;
        this.alerts = alerts;
        this.secrets = secrets;
        this.egress = egress;
        this.json = json;
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
    public List<Parcel> prepare(List<Owed> deliveries) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<UUID> ids =
                    deliveries.stream().map(Owed::subscription).distinct().toList();
            Map<UUID, String> urls = sql
                    .list(
                            "select id, target from subscription where id = any (?)",
                            row -> Map.entry(row.uuid("id"), row.text("target")),
                            ids)
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            Map<UUID, List<SigningSecret>> keys = secrets.valid(ids);
            var versions = alerts.find(deliveries.stream()
                    .map(WebhookSender::key)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList());
            List<Parcel> parcels = new ArrayList<>(deliveries.size());
            for (Owed owed : deliveries) {
                AlertVersions.Stored version = versions.get(key(owed));
                byte[] body = version == null ? ownBody(owed) : version.body();
                String url = urls.get(owed.subscription());
                List<SigningSecret> signing = keys.getOrDefault(owed.subscription(), List.of());
                parcels.add(new Parcel(List.of(owed), () -> send(owed, url, body, signing)));
            }
            return parcels;
        });
    }

    private Uni<Outcome> send(Owed owed, @Nullable String url, byte[] body, List<SigningSecret> signing) {
        if (url == null) {
            return Uni.createFrom().item(new Outcome.Permanent(null, "The subscription is gone", null, false));
        }
        Instant now = clock.instant();
        String id = owed.id().toString();
        Map<String, String> headers = Map.of(
                "content-type",
                "application/json",
                "user-agent",
                "Tocsin/1",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                WebhookSigner.signature(id, now, body, signing));
        EgressRequest request = new EgressRequest("POST", URI.create(url), headers, body, 0, ANSWER_BYTES, TIMEOUT);
        return egress.send(request).map(outcome -> WebhookOutcomes.of(outcome, clock.instant()));
    }

    /** Of a test event; made from what is stored, so that a retry has the same bytes. */
    private byte[] ownBody(Owed owed) {
        var body = json.createObjectNode();
        body.put("type", "webhook.test");
        body.put("timestamp", owed.createdAt().toString());
        body.putObject("data")
                .put("subscription", owed.subscription().toString())
                .put("message", "This is a test. Signature and delivery work if you can verify it.");
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static AlertVersions.@Nullable Key key(Owed owed) {
        return owed.alert() == null || owed.version() == null
                ? null
                : new AlertVersions.Key(owed.alert(), owed.version());
    }
}
