package org.tocsin.notify.subscription;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.filter.Filter;
import org.tocsin.notify.store.Row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes the columns of a subscription, of which some are JSON. */
@Singleton
class SubscriptionColumns {

    static final String ALL =
            """
            s.id, s.organisation_id, s.name, s.channel, s.target, s.filter, s.schedule, s.language, s.state,
            s.state_reason, s.state_since, s.valid_from, s.valid_until, s.revision, s.created_at, s.updated_at,
            s.options, s.source_notices
            """;

    private final ObjectMapper json;

    SubscriptionColumns(ObjectMapper json) {
        this.json = json;
    }

    Subscription read(Row row) {
        return new Subscription(
                row.uuid("id"),
                row.uuid("organisation_id"),
                row.textOrNull("name"),
                Channel.of(
                        Channel.Type.valueOf(row.text("channel")),
                        row.text("target"),
                        options(row.textOrNull("options"))),
                parse(row.text("filter"), Filter.class),
                parse(row.text("schedule"), Schedule.class),
                SourceNotices.valueOf(row.text("source_notices")),
                row.text("language"),
                Subscription.State.valueOf(row.text("state")),
                row.textOrNull("state_reason"),
                row.instant("state_since"),
                row.instantOrNull("valid_from"),
                row.instantOrNull("valid_until"),
                row.integer("revision"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    /** Those of a channel as they are stored. */
    @Nullable
    String options(Channel channel) {
        return channel instanceof Channel.Webhook webhook ? write(webhook.options()) : null;
    }

    /** Options as they were stored. */
    WebhookOptions options(@Nullable String text) {
        return text == null ? WebhookOptions.DEFAULT : parse(text, WebhookOptions.class);
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a part of a subscription cannot be written", e);
        }
    }

    private <T> T parse(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored part of a subscription cannot be read", e);
        }
    }
}
