package org.tocsin.alert.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.figure.Figure;
import org.tocsin.alert.match.Sighting;
import org.tocsin.alert.match.TextProfile;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Finds the few reports that are worth comparing with a new one. Plain JDBC on the transaction's connection: this runs
 * for every signal, and needs arrays, bytes and lateral joins more than it needs entities.
 */
@ApplicationScoped
class EventArchive {

    private static final String COLUMNS =
            """
            r.alert_id, r.document_id, r.copy_of, r.prominence, r.event_at, r.language, r.places, r.figures, r.planned,
            r.voice, d.address, d.title, d.shingles, d.numbers, d.profile
            """;

    /** Alerts of a family and country, and those into which an editor has brought reports from there. */
    private static final String IN_REACH =
            """
            ((a.family = ? AND a.country = ?) OR EXISTS (
                SELECT 1 FROM alert_adoption o WHERE o.alert_id = a.id AND o.family = ? AND o.country = ?))
            """;

    private static final String ALERT_OF =
            """
            SELECT r.alert_id FROM report r JOIN alert a ON a.id = r.alert_id
            WHERE r.document_id = ? AND
            """
                    + IN_REACH
                    + " ORDER BY r.id LIMIT 1";

    /** Texts that share LSH bands, most bands first, or the address. */
    private static final String TEXTS_LIKE = "SELECT " + COLUMNS
            + """
            FROM (
                SELECT t.* FROM document_text t
                WHERE (t.bands && ?::integer[] OR (t.address = ? AND t.address <> 0)) AND t.document_id <> ?
                ORDER BY cardinality(ARRAY(SELECT unnest(t.bands) INTERSECT SELECT unnest(?::integer[]))) DESC,
                    t.document_id
                LIMIT 20) d
            JOIN report r ON r.document_id = d.document_id
            JOIN alert a ON a.id = r.alert_id
            WHERE a.merged_into IS NULL AND
            """
            + IN_REACH;

    /** The nearest reports in time of the nearest alerts in time. */
    private static final String EVENTS_NEAR = "SELECT " + COLUMNS
            + """
            FROM (
                SELECT id, last_event_at FROM (
                    SELECT id, last_event_at FROM alert
                    WHERE country = ? AND family = ? AND merged_into IS NULL
                        AND last_event_at >= ? AND first_event_at <= ?
                    UNION ALL
                    SELECT a.id, a.last_event_at FROM alert_adoption o JOIN alert a ON a.id = o.alert_id
                    WHERE o.country = ? AND o.family = ? AND a.merged_into IS NULL
                        AND a.last_event_at >= ? AND a.first_event_at <= ?) reach
                ORDER BY abs(extract(epoch FROM last_event_at - ?)), id
                LIMIT 60) a
            CROSS JOIN LATERAL (
                SELECT * FROM report
                WHERE alert_id = a.id AND relation <> 'COPY' AND event_at BETWEEN ? AND ?
                ORDER BY abs(extract(epoch FROM event_at - ?)), id
                LIMIT 6) r
            JOIN document_text d ON d.document_id = r.document_id
            """;

    private static final String STORE =
            """
            INSERT INTO document_text (document_id, event_at, address, title, bands, shingles, numbers, profile)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (document_id) DO NOTHING
            """;

    private final EntityManager entityManager;
    private final ObjectMapper json;

    EventArchive(EntityManager entityManager, ObjectMapper json) {
        this.entityManager = entityManager;
        this.json = json;
    }

    /** The alert of this family and country that has the document already. */
    Optional<UUID> alertOf(UUID documentId, String family, String country) {
        return query(
                        ALERT_OF,
                        statement -> bind(statement, documentId, family, country, family, country),
                        row -> row.getObject(1, UUID.class))
                .stream()
                .findFirst();
    }

    /** Reports whose texts are likely to be alike, the likeliest first. */
    List<Candidate> textsLike(Fingerprint fingerprint, String family, String country) {
        Integer[] bands = fingerprint.bands();
        return query(
                TEXTS_LIKE,
                statement -> bind(
                        statement,
                        bands,
                        fingerprint.address(),
                        fingerprint.documentId(),
                        bands,
                        family,
                        country,
                        family,
                        country),
                this::candidate);
    }

    /** Reports of events of the same family and country that lie within the category's window. */
    List<Candidate> eventsNear(Sighting sighting, Category category, String country) {
        Instant from = sighting.eventAt().minus(category.window());
        Instant to = sighting.eventAt().plus(category.window());
        Instant at = sighting.eventAt();
        return query(
                EVENTS_NEAR,
                statement -> {
                    String family = category.family();
                    bind(statement, country, family, from, to, country, family, from, to, at, from, to, at);
                },
                this::candidate);
    }

    /** Remembers a text. */
    void store(Fingerprint fingerprint, TextProfile profile) {
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(STORE)) {
                bind(
                        statement,
                        fingerprint.documentId(),
                        fingerprint.eventAt(),
                        fingerprint.address(),
                        fingerprint.title(),
                        fingerprint.bands(),
                        bytes(fingerprint.shingles()),
                        bytes(fingerprint.numbers()),
                        profile.encode());
                statement.executeUpdate();
            }
        });
    }

    private <T> List<T> query(String sql, Binder binder, RowReader<T> reader) {
        // What Hibernate still holds back must be seen by SQL that it does not know.
        entityManager.flush();
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binder.bind(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    var result = new ArrayList<T>();
                    while (rows.next()) {
                        result.add(reader.read(rows));
                    }
                    return result;
                }
            }
        });
    }

    private Candidate candidate(ResultSet row) throws SQLException {
        UUID documentId = row.getObject("document_id", UUID.class);
        Instant eventAt = row.getTimestamp("event_at").toInstant();
        var sighting = new Sighting(
                read(row.getString("prominence"), new TypeReference<Map<String, Double>>() {})
                        .keySet(),
                eventAt,
                row.getString("language"),
                read(row.getString("places"), new TypeReference<List<Place>>() {}),
                read(row.getString("figures"), new TypeReference<List<Figure>>() {}),
                row.getBoolean("planned"),
                row.getString("voice"),
                TextProfile.decode(row.getBytes("profile")));
        var fingerprint = new Fingerprint(
                documentId,
                row.getLong("address"),
                row.getLong("title"),
                integers(row.getBytes("shingles")),
                integers(row.getBytes("numbers")),
                eventAt);
        return new Candidate(
                row.getObject("alert_id", UUID.class),
                documentId,
                row.getObject("copy_of", UUID.class),
                sighting,
                fingerprint);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                statement.setTimestamp(i + 1, Timestamp.from(instant));
            } else if (value instanceof Integer[] integers) {
                Connection connection = statement.getConnection();
                statement.setArray(i + 1, connection.createArrayOf("integer", integers));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    private static byte[] bytes(int[] values) {
        var buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
        buffer.asIntBuffer().put(values);
        return buffer.array();
    }

    private static int[] integers(byte[] bytes) {
        int[] values = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(values);
        return values;
    }

    @FunctionalInterface
    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
