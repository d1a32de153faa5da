package org.tocsin.benchmarks.matching;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.match.MatchKeys;
import org.tocsin.alert.match.Sighting;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Fills alert-service's tables with an archive of two years: open alerts with their reports and texts. */
final class ArchiveFiller {

    static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    static final Duration SPAN = Duration.ofDays(730);

    private static final int REPORTS_PER_ALERT = 10;
    private static final int COPIES_PER_ALERT = 5;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final List<Prepared> pool;

    ArchiveFiller(List<Prepared> pool) {
        this.pool = pool;
    }

    /** Alerts of the archive, as many as wanted, each with ten reports, five of them copies. */
    void fill(Connection connection, int alerts) throws SQLException, IOException {
        copy(
                connection,
                "alert (id, revision, version, category, family, categories, country, countries, places,"
                        + " status, band, severity, confidence, confidence_reason, urgency, score_version, title, title_edited,"
                        + " summary, figures, score, reports, voices, first_event_at, last_event_at, opened_at, updated_at,"
                        + " search_text)",
                alerts,
                this::alert);
        copy(
                connection,
                "report (id, alert_id, document_id, prominence, country, title, source_name, reliability,"
                        + " voice, language, published_at, event_at, planned, places, figures, quotes, rules, relation, reason,"
                        + " probability, copy_of, attached_at)",
                alerts * REPORTS_PER_ALERT,
                this::report);
        copy(
                connection,
                "document_text (document_id, event_at, address, title, bands, shingles, numbers, profile)",
                alerts * REPORTS_PER_ALERT,
                this::text);
        copy(connection, "match_key (key, event_at, document_id)", alerts * REPORTS_PER_ALERT, this::keys);
    }

    /** Rows as CSV. */
    @FunctionalInterface
    private interface Row {
        String of(int number) throws IOException;
    }

    private static void copy(Connection connection, String table, int count, Row row) throws SQLException, IOException {
        try (var out = new PGCopyOutputStream(
                        connection.unwrap(PGConnection.class), "COPY " + table + " FROM STDIN WITH (FORMAT csv)");
                Writer writer = new java.io.BufferedWriter(
                        new java.io.OutputStreamWriter(out, java.nio.charset.StandardCharsets.UTF_8), 1 << 16)) {
            for (int i = 0; i < count; i++) {
                String rows = row.of(i);
                if (!rows.isEmpty()) {
                    writer.write(rows);
                    writer.write('\n');
                }
            }
        }
    }

    private Prepared item(int alert) {
        return pool.get(Math.floorMod(alert * 31, pool.size()));
    }

    /** When the alert's event was, the same for each run. */
    static Instant time(int alert) {
        return FIRST.plusSeconds((long) (new Random(alert).nextDouble() * SPAN.toSeconds()));
    }

    private static UUID id(String kind, int number) {
        return new UUID(kind.hashCode() * 0x9E3779B97F4A7C15L, number);
    }

    private String alert(int number) throws IOException {
        Sighting sighting = item(number).sighting();
        Instant at = time(number);
        return row(
                id("alert", number),
                1,
                1,
                sighting.category().code(),
                sighting.category().family(),
                array(sighting.categories()),
                sighting.country(),
                array(sighting.countries()),
                JSON.writeValueAsString(sighting.places()),
                "OPEN",
                "MODERATE",
                40,
                0.5,
                "",
                "EXPECTED",
                "1",
                "Title",
                false,
                "Summary",
                "[]",
                "[]",
                REPORTS_PER_ALERT,
                3,
                at,
                at.plus(Duration.ofHours(30)),
                at,
                at,
                "mass deportation");
    }

    private String report(int number) throws IOException {
        int alert = number / REPORTS_PER_ALERT;
        Prepared item = item(alert);
        Sighting sighting = item.sighting();
        boolean copy = copy(number);
        Instant at = time(alert).plus(Duration.ofHours(3L * (number % REPORTS_PER_ALERT)));
        Map<String, Double> prominence = sighting.categories().stream()
                .collect(Collectors.toMap(
                        category -> category,
                        category -> category.equals(sighting.category().code()) ? 2.0 : 1.0));
        return row(
                id("report", number),
                id("alert", alert),
                id("document", number),
                JSON.writeValueAsString(prominence),
                sighting.country(),
                "Title",
                "Source",
                "B",
                "name:" + number % REPORTS_PER_ALERT,
                sighting.language(),
                at,
                at,
                sighting.planned(),
                JSON.writeValueAsString(sighting.places()),
                JSON.writeValueAsString(sighting.figures()),
                "[]",
                "{rule}",
                copy ? "COPY" : "INDEPENDENT",
                "reason",
                1,
                copy ? id("document", alert * REPORTS_PER_ALERT) : null,
                at);
    }

    private String text(int number) {
        int alert = number / REPORTS_PER_ALERT;
        Prepared item = item(alert);
        boolean copy = copy(number);
        Fingerprint fingerprint =
                item.fingerprint(id("document", number), copy ? alert * REPORTS_PER_ALERT : number, time(alert));
        return row(
                fingerprint.documentId(),
                fingerprint.eventAt(),
                fingerprint.address(),
                fingerprint.title(),
                Arrays.toString(fingerprint.bands()).replace('[', '{').replace(']', '}'),
                bytes(fingerprint.shingles()),
                bytes(fingerprint.numbers()),
                "\\x" + HexFormat.of().formatHex(item.sighting().text().encode()));
    }

    /** The keys of a report, a row for each; none for a copy. */
    private String keys(int number) {
        if (copy(number)) {
            return "";
        }
        int alert = number / REPORTS_PER_ALERT;
        return Arrays.stream(MatchKeys.of(item(alert).at(time(alert))))
                .map(key -> row(key, time(alert), id("document", number)))
                .collect(Collectors.joining("\n"));
    }

    private static boolean copy(int number) {
        return number % REPORTS_PER_ALERT >= REPORTS_PER_ALERT - COPIES_PER_ALERT;
    }

    private static String bytes(int[] values) {
        var buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
        buffer.asIntBuffer().put(values);
        return "\\x" + HexFormat.of().formatHex(buffer.array());
    }

    private static String array(java.util.Collection<String> values) {
        return "{" + String.join(",", values) + "}";
    }

    private static String row(Object... values) {
        var row = new StringBuilder();
        for (Object value : values) {
            if (!row.isEmpty()) {
                row.append(',');
            }
            if (value != null) {
                row.append('"').append(value.toString().replace("\"", "\"\"")).append('"');
            }
        }
        return row.toString();
    }
}
