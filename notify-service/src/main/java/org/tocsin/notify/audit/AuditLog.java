package org.tocsin.notify.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.store.Row;
import org.tocsin.notify.store.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Adds to the log, in the transaction of the change, and reads it. The database refuses to change or remove a row. */
@Singleton
public class AuditLog {

    /** The actor of what nobody asked for. */
    public static final String SYSTEM = "tocsin";

    /** The actor of what came over a link in a mail. */
    public static final String RECIPIENT = "recipient";

    private static final String INSERT =
            """
            insert into audit_entry (at, actor, action, subject, subject_id, organisation_id, before, after)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
            """;
    private static final String LIST =
            """
            select id, at, actor, action, subject, subject_id, organisation_id, before, after from audit_entry
             where (?::uuid is null or organisation_id = ?) and (?::uuid is null or subject_id = ?)
               and (?::int8 is null or id < ?)
             order by id desc limit ?
            """;
    private static final String STATE_AT =
            """
            select after from audit_entry where subject_id = ? and at <= ? and after is not null
             order by id desc limit 1
            """;

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    AuditLog(Sql sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** What an entry is about. */
    public enum Subject {
        ORGANISATION,
        SUBSCRIPTION,
        TOKEN
    }

    /**
     * Adds an entry.
     *
     * @param before null when it did not exist
     * @param after null when it no longer exists
     */
    public void add(
            String actor,
            String action,
            Subject subject,
            UUID id,
            @Nullable UUID organisation,
            @Nullable Object before,
            @Nullable Object after) {
        String who = actor.length() <= 200 ? actor : actor.substring(0, 200);
        sql.update(INSERT, clock.instant(), who, action, subject, id, organisation, write(before), write(after));
    }

    /** The latest first; null asks nothing. */
    List<AuditEntry> list(@Nullable UUID organisation, @Nullable UUID subject, @Nullable Long before, int limit) {
        return sql.list(LIST, AuditLog::entry, organisation, organisation, subject, subject, before, before, limit);
    }

    /** What something was like at a time, JSON; empty when it did not exist then. */
    public Optional<String> stateAt(UUID subject, Instant time) {
        return sql.first(STATE_AT, row -> row.text("after"), subject, time);
    }

    private static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.number("id"),
                row.instant("at"),
                row.text("actor"),
                row.text("action"),
                Subject.valueOf(row.text("subject")),
                row.uuid("subject_id"),
                row.uuidOrNull("organisation_id"),
                row.textOrNull("before"),
                row.textOrNull("after"));
    }

    private @Nullable String write(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry of the audit log cannot be written", e);
        }
    }
}
