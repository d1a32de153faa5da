package org.tocsin.notify.subscription;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.audit.AuditLog;
import org.tocsin.notify.filter.Filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What subscriptions were like at a time, by the audit log. */
@Singleton
public class SubscriptionHistory {

    private final AuditLog log;
    private final SubscriptionDirectory directory;
    private final ObjectMapper json;

    SubscriptionHistory(AuditLog log, SubscriptionDirectory directory, ObjectMapper json) {
        this.log = log;
        this.directory = directory;
        this.json = json;
    }

    /**
     * A subscription at some time.
     *
     * @param filter null when it did not exist
     */
    public record State(
            @Nullable Filter filter,
            Subscription.@Nullable State state,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {

        private static final State NONE = new State(null, null, null, null);

        /** Whether it was valid at that time. */
        public boolean valid(Instant time) {
            return (validFrom == null || !time.isBefore(validFrom))
                    && (validUntil == null || time.isBefore(validUntil));
        }
    }

    /** Of a subscription from before there was a log, its present state. */
    public State at(UUID id, Instant time) {
        return log.stateAt(id, time)
                .map(this::read)
                .or(() -> directory
                        .find(id)
                        .filter(present -> !time.isBefore(present.createdAt()))
                        .map(present -> new State(
                                present.filter(), present.state(), present.validFrom(), present.validUntil())))
                .orElse(State.NONE);
    }

    private State read(String text) {
        try {
            JsonNode view = json.readTree(text);
            return new State(
                    json.treeToValue(view.path("filter"), Filter.class),
                    Subscription.State.valueOf(view.path("state").asText()),
                    instant(view, "validFrom"),
                    instant(view, "validUntil"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry of the audit log cannot be read", e);
        }
    }

    private static @Nullable Instant instant(JsonNode view, String field) {
        JsonNode value = view.path(field);
        return value.isTextual() ? Instant.parse(value.asText()) : null;
    }
}
