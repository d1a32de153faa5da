package org.tocsin.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertReader;
import org.tocsin.notify.alert.AlertVersions;
import org.tocsin.notify.delivery.Owed;
import org.tocsin.notify.settings.NotifySettings;
import org.tocsin.notify.subscription.WebhookOptions.Format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Puts a version of an alert, or a test message, into the form that the receiver asked for. Each is made of what is
 * stored, so that every try has the same bytes; the id of a CloudEvent names the version, not the delivery.
 */
@Singleton
class WebhookMessages {

    private static final String JSON = "application/json";
    private static final String TEST = "webhook.test";

    private final ObjectMapper json;
    private final AlertReader alerts;
    private final String source;

    WebhookMessages(ObjectMapper json, AlertReader alerts, NotifySettings settings) {
        this.json = json;
        this.alerts = alerts;
        this.source = settings.publicUrl().replaceAll("/+$", "");
    }

    /** @param version null for a test message */
    WebhookMessage message(Format format, Owed owed, AlertVersions.@Nullable Stored version) {
        return switch (format) {
            case JSON -> new WebhookMessage(JSON, version == null ? bytes(testEnvelope(owed)) : version.body());
            case CLOUDEVENTS -> structured(owed, version);
            case CLOUDEVENTS_BINARY -> binary(owed, version);
            case CAP -> new WebhookMessage("application/cap+xml", cap(owed, version));
        };
    }

    private record Attributes(String id, String type, String subject, Instant time) {}

    private Attributes attributes(Owed owed, AlertVersions.@Nullable Stored version) {
        if (version == null) {
            return new Attributes(
                    owed.id().toString(),
                    "org.tocsin." + TEST,
                    owed.subscription().toString(),
                    owed.createdAt());
        }
        AlertVersions.Key key = version.key();
        return new Attributes(
                key.alert() + ":" + key.version(),
                version.kind().eventType(),
                key.alert().toString(),
                version.occurredAt());
    }

    private WebhookMessage structured(Owed owed, AlertVersions.@Nullable Stored version) {
        Attributes attributes = attributes(owed, version);
        ObjectNode event = json.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", attributes.id());
        event.put("source", source);
        event.put("type", attributes.type());
        event.put("subject", attributes.subject());
        event.put("time", attributes.time().toString());
        event.put("datacontenttype", JSON);
        event.set("data", data(owed, version));
        return new WebhookMessage("application/cloudevents+json; charset=UTF-8", bytes(event));
    }

    /** All of the attributes' characters may stand in a header as they are. */
    private WebhookMessage binary(Owed owed, AlertVersions.@Nullable Stored version) {
        Attributes attributes = attributes(owed, version);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce-specversion", "1.0");
        headers.put("ce-id", attributes.id());
        headers.put("ce-source", source);
        headers.put("ce-type", attributes.type());
        headers.put("ce-subject", attributes.subject());
        headers.put("ce-time", attributes.time().toString());
        return new WebhookMessage(JSON, headers, bytes(data(owed, version)));
    }

    private byte[] cap(Owed owed, AlertVersions.@Nullable Stored version) {
        String sender = "tocsin@" + source.replaceFirst("^https?://", "").replaceAll("[\\s,<&]", "_");
        return version == null
                ? CapWriter.test(sender, owed.id(), owed.createdAt())
                : CapWriter.alert(sender, alerts.read(version.data()), version.kind(), version.occurredAt());
    }

    private JsonNode data(Owed owed, AlertVersions.@Nullable Stored version) {
        return version == null ? testEnvelope(owed).path("data") : alerts.alert(version.data());
    }

    private ObjectNode testEnvelope(Owed owed) {
        ObjectNode body = json.createObjectNode();
        body.put("type", TEST);
        body.put("timestamp", owed.createdAt().toString());
        body.putObject("data")
                .put("subscription", owed.subscription().toString())
                .put("message", "This is a test. Signature and delivery work if you can verify it.");
        return body;
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
