package org.tocsin.standalone.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Brings the webhook and the e-mail of the same version of an alert together. A version whose e-mail does not come
 * within a few seconds, because it was folded into another, is told without.
 */
final class Arrivals {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    /** The left side of a Message-ID is the id of the delivery. */
    private static final Pattern DELIVERY = Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@");

    private final Clock clock;
    private final Map<String, ReceivedWebhook> waiting = new LinkedHashMap<>();
    private final Set<String> unread = new LinkedHashSet<>();
    private final Set<String> mails = new HashSet<>();

    Arrivals(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(ReceivedWebhook webhook) {
        if (!webhook.repeated()) {
            waiting.putIfAbsent(key(webhook.alert()), webhook);
        }
    }

    synchronized void add(ReceivedMail mail) {
        mail.header("Message-ID")
                .map(DELIVERY::matcher)
                .filter(Matcher::find)
                .ifPresent(found -> unread.add(found.group(1)));
    }

    /**
     * What has become complete, or has waited long enough, in the order of arrival.
     *
     * @param ledger the entry of a delivery, by its id: it says which version of which alert a mail told of
     */
    List<Arrival> take(Function<String, JsonNode> ledger) {
        for (String delivery : takeUnread()) {
            JsonNode entry = ledger.apply(delivery);
            note(entry.path("alert").asText() + "-" + entry.path("version").asText());
        }
        return takeComplete();
    }

    private synchronized List<String> takeUnread() {
        List<String> taken = List.copyOf(unread);
        unread.clear();
        return taken;
    }

    private synchronized void note(String version) {
        mails.add(version);
    }

    private synchronized List<Arrival> takeComplete() {
        Instant patience = clock.instant().minus(PATIENCE);
        List<Arrival> taken = new ArrayList<>();
        Iterator<Map.Entry<String, ReceivedWebhook>> entries =
                waiting.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, ReceivedWebhook> entry = entries.next();
            boolean mail = mails.contains(entry.getKey());
            if (mail || entry.getValue().receivedAt().isBefore(patience)) {
                taken.add(arrival(entry.getValue(), mail));
                entries.remove();
            }
        }
        return taken;
    }

    private static String key(JsonNode alert) {
        return alert.path("id").asText() + "-" + alert.path("version").asText();
    }

    private static Arrival arrival(ReceivedWebhook webhook, boolean mail) {
        JsonNode alert = webhook.alert();
        return new Arrival(
                webhook.receivedAt(),
                webhook.type().replaceFirst("^alert\\.", ""),
                alert.path("band").asText("?"),
                alert.path("severity").asInt(),
                alert.path("category").asText("?"),
                StreamSupport.stream(alert.path("countries").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                alert.path("title").asText("?"),
                webhook.verified(),
                mail);
    }
}
