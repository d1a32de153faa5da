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
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.alert.alert.ReportFacts;
import org.tocsin.alert.category.Categories;
import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.figure.Figure;
import org.tocsin.alert.match.MatchKeys;
import org.tocsin.alert.match.Sighting;
import org.tocsin.alert.match.TextProfile;
import org.tocsin.alert.placement.Archive;
import org.tocsin.alert.placement.Candidate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/**
 * Finds the few reports that are worth comparing with a new one. Plain JDBC on the transaction's connection: this runs
 * for every signal, and needs arrays, bytes and lateral joins more than it needs entities.
 */
@ApplicationScoped
public class EventArchive implements Archive {

    /** Alerts that share the most keys with a report, and those nearest in time; each has few reports to look at. */
    private static final int BY_KEYS = 8;

    private static final int BY_TIME = 3;

    /** Reports that share keys, before they are seen as those of few alerts. */
    private static final int HITS = 40;

    /**
     * Reports that have one key, before and after in time. A key that more of them have within the window tells little;
     * without a limit the keys that tell least took most of the time.
     */
    private static final int OF_A_KEY = 32;

    private static final String COLUMNS =
            """
            r.id, r.xmin, r.ctid, r.alert_id, r.document_id, r.copy_of, r.prominence, r.country, r.event_at, r.language, r.places, r.figures,
            r.planned, r.voice, d.address, d.title, d.shingles, d.numbers, d.profile
            """;

    private static final String ALERT_OF =
            """
            SELECT alert_id FROM report WHERE document_id = ? AND country = ? ORDER BY attached_at, id LIMIT 1
            """;

    private static final String HAS = "SELECT 1 FROM report WHERE alert_id = ? AND document_id = ?";

    /** Texts that share LSH bands, most bands first, or the address. */
    private static final String TEXTS_LIKE =
            """
            SELECT r.id, r.xmin, r.ctid FROM (
                SELECT t.document_id,
                    cardinality(ARRAY(SELECT unnest(t.bands) INTERSECT SELECT unnest(?::integer[]))) AS shared
                FROM document_text t
                WHERE (t.bands && ?::integer[] OR (t.address = ? AND t.address <> 0)) AND t.document_id <> ?
                ORDER BY shared DESC, t.document_id
                LIMIT 20) d
            JOIN report r ON r.document_id = d.document_id
            ORDER BY d.shared DESC, d.document_id, r.id
            """;

    /**
     * The alerts of the reports that share the most keys, those into which an editor has brought reports of a country,
     * and the nearest in time before and after in each country; of each of them the reports nearest in time.
     */
    private static final String EVENTS_NEAR =
            """
            WITH hit AS (
                SELECT near.document_id, count(*) AS shared FROM unnest(?::integer[]) wanted CROSS JOIN LATERAL (
                    (SELECT document_id, event_at FROM match_key
                        WHERE key = wanted AND event_at BETWEEN ? AND ?
                        ORDER BY event_at DESC, document_id DESC LIMIT ?)
                    UNION ALL
                    (SELECT document_id, event_at FROM match_key
                        WHERE key = wanted AND event_at > ? AND event_at <= ?
                        ORDER BY event_at, document_id LIMIT ?)) near
                GROUP BY near.document_id, near.event_at
                ORDER BY shared DESC, abs(extract(epoch FROM near.event_at - ?)), near.document_id
                LIMIT ?),
            nearest AS (
                (SELECT r.alert_id FROM hit JOIN report r ON r.document_id = hit.document_id
                    GROUP BY r.alert_id
                    ORDER BY max(hit.shared) DESC, r.alert_id
                    LIMIT ?)
                UNION
                (SELECT o.alert_id FROM alert_adoption o JOIN alert a ON a.id = o.alert_id
                    WHERE o.country = ANY (?::text[]) AND a.merged_into IS NULL
                        AND a.last_event_at >= ? AND a.first_event_at <= ?
                    ORDER BY abs(extract(epoch FROM a.last_event_at - ?)), o.alert_id
                    LIMIT ?)
                UNION
                SELECT t.id FROM unnest(?::text[]) c CROSS JOIN LATERAL (
                    (SELECT id FROM alert
                        WHERE country = c AND merged_into IS NULL AND last_event_at BETWEEN ? AND ?
                        ORDER BY last_event_at DESC LIMIT ?)
                    UNION ALL
                    (SELECT id FROM alert
                        WHERE country = c AND merged_into IS NULL AND last_event_at > ? AND first_event_at <= ?
                        ORDER BY last_event_at LIMIT ?)) t)
            """
                    + """
            SELECT r.id, r.xmin, r.ctid FROM nearest a
            CROSS JOIN LATERAL (
                SELECT id, xmin, ctid, document_id, event_at FROM report
                WHERE alert_id = a.alert_id AND relation <> 'COPY'
                ORDER BY abs(extract(epoch FROM event_at - ?)), id
                LIMIT ?) r
            WHERE r.document_id <> ?
            ORDER BY r.event_at, r.id
            """;

    private static final String REPORTS_WITH_TEXTS = "SELECT " + COLUMNS
            + "FROM report r JOIN document_text d ON d.document_id = r.document_id WHERE r.id = ANY (?::uuid[])";

    private static final String STORE_KEYS =
            """
            INSERT INTO match_key (key, document_id, event_at) SELECT k, ?, ? FROM unnest(?::integer[]) k
            ON CONFLICT DO NOTHING
            """;

    private static final String STORE =
            """
            INSERT INTO document_text (document_id, event_at, address, title, bands, shingles, numbers, profile)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (document_id) DO NOTHING
            """;

    private final Connections connections;
    private final Categories categories;
    private final ObjectReader prominence;
    private final ObjectReader places;
    private final ObjectReader figures;
    private final RecentCandidates recent = new RecentCandidates();

    /** Lends connections to the database. */
    public interface Connections {

        /** Does something with a connection, which stays open. */
        <T> T use(Work<T> work);
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** An archive in the database that {@code connections} lead to. */
    public EventArchive(Connections connections, ObjectMapper json, Categories categories) {
        this.connections = connections;
        this.categories = categories;
        this.prominence = json.readerFor(new TypeReference<Map<String, Double>>() {});
        this.places = json.readerFor(new TypeReference<List<Place>>() {});
        this.figures = json.readerFor(new TypeReference<List<Figure>>() {});
    }

    /** The alert that has the document already, as a report of what this state does. */
    Optional<UUID> alertOf(UUID documentId, String country) {
        return query(ALERT_OF, statement -> bind(statement, documentId, country), row -> row.getObject(1, UUID.class))
                .stream()
                .findFirst();
    }

    /** Whether the alert has a report of the document. */
    boolean has(UUID alertId, UUID documentId) {
        return !query(HAS, statement -> bind(statement, alertId, documentId), row -> true)
                .isEmpty();
    }

    @Override
    public List<Candidate> textsLike(Fingerprint fingerprint) {
        Integer[] bands = fingerprint.bands();
        return candidates(query(
                TEXTS_LIKE,
                statement -> bind(statement, bands, bands, fingerprint.address(), fingerprint.documentId()),
                EventArchive::row));
    }

    @Override
    public List<Candidate> eventsNear(Sighting sighting, UUID documentId) {
        Instant at = sighting.eventAt();
        Instant from = at.minus(sighting.category().window());
        Instant to = at.plus(sighting.category().window());
        Integer[] keys = MatchKeys.of(sighting);
        var countries = new TreeSet<>(sighting.countries());
        countries.add(ReportFacts.UNKNOWN_COUNTRY);
        String[] states = countries.toArray(String[]::new);
        return candidates(query(
                EVENTS_NEAR,
                statement -> bind(
                        statement,
                        keys,
                        from,
                        at,
                        OF_A_KEY,
                        at,
                        to,
                        OF_A_KEY,
                        at,
                        HITS,
                        BY_KEYS,
                        states,
                        from,
                        to,
                        at,
                        BY_TIME,
                        states,
                        from,
                        at,
                        BY_TIME,
                        at,
                        to,
                        BY_TIME,
                        at,
                        REPORTS_OF_AN_ALERT,
                        documentId),
                EventArchive::row));
    }

    /** The reports in these rows, most of which the last few signals were compared with as well. */
    private List<Candidate> candidates(List<RecentCandidates.Row> rows) {
        Map<UUID, Candidate> found = recent.known(rows);
        UUID[] missing = rows.stream()
                .map(RecentCandidates.Row::report)
                .filter(report -> !found.containsKey(report))
                .toArray(UUID[]::new);
        if (missing.length > 0) {
            query(REPORTS_WITH_TEXTS, statement -> bind(statement, (Object) missing), row -> {
                Candidate candidate = candidate(row);
                recent.keep(row(row), candidate);
                return found.put(row.getObject("id", UUID.class), candidate);
            });
        }
        return rows.stream()
                .map(RecentCandidates.Row::report)
                .filter(found::containsKey)
                .map(found::get)
                .toList();
    }

    /** Two versions of a row differ in the transaction that wrote them, or in where it put them. */
    private static RecentCandidates.Row row(ResultSet row) throws SQLException {
        return new RecentCandidates.Row(row.getObject("id", UUID.class), row.getString("xmin") + row.getString("ctid"));
    }

    /** Remembers a text, and unless it is a copy also what finds it. */
    void store(Fingerprint fingerprint, Sighting sighting, boolean copy) {
        update(
                STORE,
                fingerprint.documentId(),
                fingerprint.eventAt(),
                fingerprint.address(),
                fingerprint.title(),
                fingerprint.bands(),
                bytes(fingerprint.shingles()),
                bytes(fingerprint.numbers()),
                sighting.text().encode());
        if (!copy) {
            update(STORE_KEYS, fingerprint.documentId(), fingerprint.eventAt(), MatchKeys.of(sighting));
        }
    }

    private void update(String sql, Object... values) {
        connections.use(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    private <T> List<T> query(String sql, Binder binder, RowReader<T> reader) {
        return connections.use(connection -> {
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
        Map<String, Double> categoriesFound = read(row.getString("prominence"), prominence);
        var sighting = new Sighting(
                categories.get(ReportFacts.leading(categoriesFound)),
                categoriesFound.keySet(),
                row.getString("country"),
                eventAt,
                row.getString("language"),
                read(row.getString("places"), places),
                read(row.getString("figures"), figures),
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

    private static <T> T read(String text, ObjectReader reader) {
        try {
            return reader.readValue(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                statement.setTimestamp(i + 1, Timestamp.from(instant));
            } else if (value instanceof Object[] array) {
                Connection connection = statement.getConnection();
                String type = value instanceof Integer[] ? "integer" : value instanceof UUID[] ? "uuid" : "text";
                statement.setArray(i + 1, connection.createArrayOf(type, array));
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
