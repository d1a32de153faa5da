package org.tocsin.monitor.websub;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.platform.egress.EgressClient;
import org.tocsin.platform.egress.EgressOutcome;
import org.tocsin.platform.egress.EgressRequest;

import io.quarkus.logging.Log;

/** Asks hubs to push. Their addresses stand in feeds, so the request goes through the guarded way out. */
@ApplicationScoped
class HubClient {

    private static final int REDIRECTS = 3;
    private static final int ANSWER_LIMIT = 16 * 1_024;
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final EgressClient egress;
    private final WebSubConfig config;

    HubClient(EgressClient egress, WebSubConfig config) {
        this.egress = egress;
        this.config = config;
    }

    /** Asks once; the hub's answer comes as a call back. Blocks up to the configured time limit. */
    void subscribe(Subscription subscription, URI callback) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.mode", "subscribe");
        form.put("hub.topic", subscription.topic());
        form.put("hub.callback", callback + "/" + subscription.callback());
        form.put("hub.secret", subscription.secret());
        form.put("hub.lease_seconds", Long.toString(config.lease().toSeconds()));
        EgressOutcome outcome = egress.send(new EgressRequest(
                        "POST",
                        subscription.hub(),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        encoded(form),
                        REDIRECTS,
                        ANSWER_LIMIT,
                        config.timeout()))
                .await()
                .atMost(config.timeout().plus(MARGIN));
        boolean accepted = outcome instanceof EgressOutcome.Answered answered
                && answered.status() >= 200
                && answered.status() < 300;
        if (!accepted) {
            Log.infof("The hub of source %s did not take the subscription; it is asked again", subscription.source());
        }
    }

    private static byte[] encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
