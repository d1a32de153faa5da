package org.tocsin.standalone.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.tocsin.standalone.process.StartException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * What a subscriber would write: takes webhooks, verifies them with the public Standard Webhooks library and remembers
 * the ids that it has seen. Answers 204 to what is verified and 401 to everything else.
 */
public final class WebhookReceiver implements HttpHandler {

    private static final int KEPT = 20_000;
    private static final int LARGEST = 1024 * 1024;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private final Deque<ReceivedWebhook> webhooks = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Consumer<ReceivedWebhook>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Webhook secret;

    public WebhookReceiver(Clock clock) {
        this.clock = clock;
    }

    /** The secret of the subscription, as its creation answered it: {@code whsec_…}. */
    public void secret(String value) {
        try {
            secret = new Webhook(value);
        } catch (EmptyWebhookSecretException e) {
            throw new StartException("The subscription has an empty secret.", e);
        }
    }

    /** Calls the listener for every webhook from now on, on the thread that received it. */
    public void onWebhook(Consumer<ReceivedWebhook> listener) {
        listeners.add(listener);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
            ReceivedWebhook webhook = keep(exchange.getRequestHeaders(), new String(body, StandardCharsets.UTF_8));
            listeners.forEach(listener -> listener.accept(webhook));
            exchange.sendResponseHeaders(webhook.verified() ? NO_CONTENT : UNAUTHORIZED, -1);
        }
    }

    private synchronized ReceivedWebhook keep(Map<String, List<String>> headers, String body) {
        Map<String, List<String>> byName = new HashMap<>();
        headers.forEach((name, values) -> byName.put(name.toLowerCase(Locale.ROOT), values));
        String id = byName.getOrDefault("webhook-id", List.of("?")).get(0);
        boolean verified = verified(byName, body);
        ReceivedWebhook webhook =
                new ReceivedWebhook(id, clock.instant(), verified, verified && !seen.add(id), parse(body));
        webhooks.addFirst(webhook);
        if (webhooks.size() > KEPT) {
            webhooks.removeLast();
        }
        return webhook;
    }

    private boolean verified(Map<String, List<String>> headers, String body) {
        Webhook known = secret;
        if (known == null) {
            return false;
        }
        try {
            known.verify(body, headers);
            return true;
        } catch (WebhookVerificationException | RuntimeException e) {
            return false;
        }
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Newest first. */
    public synchronized List<ReceivedWebhook> webhooks() {
        return List.copyOf(webhooks);
    }
}
