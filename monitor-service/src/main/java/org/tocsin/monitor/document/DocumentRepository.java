package org.tocsin.monitor.document;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** The documents table. Statements are hand-written because whole batches go in with one of them. */
@ApplicationScoped
public class DocumentRepository {

    private static final String INSERT =
            """
            INSERT INTO document (id, source_id, url, canonical_url, title, text, language, published_at, received_at,
                                  fingerprint, entry_key)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                 ?::timestamptz[], ?::timestamptz[], ?::bytea[], ?::bytea[])
            ON CONFLICT DO NOTHING
            RETURNING id
            """;
    private static final String KNOWN =
            """
            SELECT id FROM document WHERE source_id = ? AND fingerprint = ?
            UNION ALL
            SELECT id FROM document WHERE source_id = ? AND entry_key = ?
            LIMIT 1
            """;
    private static final String KNOWN_ENTRIES =
            "SELECT entry_key FROM document WHERE source_id = ? AND entry_key = ANY (?)";
    private static final String FIND =
            """
            SELECT id, source_id, url, title, text, language, published_at, received_at FROM document WHERE id = ?
            """;

    private final AgroalDataSource database;

    DocumentRepository(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Inserts those rows that are new, waiting for concurrent transactions that insert the same.
     *
     * @param rows in an order that is the same for every caller, lest two of them wait for each other
     * @return the ids that were inserted
     */
    Set<UUID> insert(List<DocumentRow> rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int column = 1;
            insert.setArray(column++, array(connection, "uuid", rows, DocumentRow::id));
            insert.setArray(column++, array(connection, "uuid", rows, row -> row.document()
                    .source()
                    .id()));
            insert.setArray(
                    column++,
                    array(connection, "text", rows, row -> row.document().url().toString()));
            insert.setArray(column++, array(connection, "text", rows, row -> row.document()
                    .canonicalUrl()));
            insert.setArray(column++, array(connection, "text", rows, row -> row.document()
                    .title()));
            insert.setArray(column++, array(connection, "text", rows, row -> row.document()
                    .text()));
            insert.setArray(column++, array(connection, "text", rows, row -> row.document()
                    .language()));
            insert.setArray(column++, array(connection, "timestamptz", rows, row -> row.document()
                    .publishedAt()));
            insert.setArray(column++, array(connection, "timestamptz", rows, DocumentRow::receivedAt));
            insert.setArray(column++, bytes(connection, rows, DocumentRow::fingerprint));
            insert.setArray(
                    column, bytes(connection, rows, row -> row.document().entryKey()));
            Set<UUID> inserted = new HashSet<>();
            try (ResultSet result = insert.executeQuery()) {
                while (result.next()) {
                    inserted.add(result.getObject(1, UUID.class));
                }
            }
            return inserted;
        } catch (SQLException e) {
            throw new IllegalStateException("Documents could not be stored", e);
        }
    }

    /** The document that made the insertion of this one needless. */
    UUID known(DocumentRow row) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setObject(1, row.document().source().id());
            select.setBytes(2, row.fingerprint());
            select.setObject(3, row.document().source().id());
            select.setBytes(4, row.document().entryKey());
            try (ResultSet result = select.executeQuery()) {
                if (!result.next()) {
                    throw new IllegalStateException("A document vanished while it was compared");
                }
                return result.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A document could not be looked up", e);
        }
    }

    /** Those of the ids whose entry has a document. */
    Set<String> knownEntries(UUID source, Collection<String> entryIds) {
        Map<ByteBuffer, String> byKey = new HashMap<>();
        entryIds.forEach(id -> byKey.put(ByteBuffer.wrap(NewDocument.entryKey(id)), id));
        byte[][] keys = byKey.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN_ENTRIES)) {
            select.setObject(1, source);
            select.setArray(2, connection.createArrayOf("bytea", keys));
            Set<String> known = new HashSet<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    known.add(byKey.get(ByteBuffer.wrap(result.getBytes(1))));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("Known entries could not be looked up", e);
        }
    }

    /** The document of that id. */
    public Optional<Document> find(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, id);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(document(result)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A document could not be read", e);
        }
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getObject("id", UUID.class),
                row.getObject("source_id", UUID.class),
                row.getString("url"),
                row.getString("title"),
                row.getString("text"),
                row.getString("language"),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("received_at").toInstant());
    }

    private static Array array(
            Connection connection, String type, List<DocumentRow> rows, Function<DocumentRow, Object> column)
            throws SQLException {
        Object[] values = rows.stream()
                .map(column)
                .map(value -> value instanceof Instant instant ? Timestamp.from(instant) : value)
                .toArray();
        return connection.createArrayOf(type, values);
    }

    private static Array bytes(Connection connection, List<DocumentRow> rows, Function<DocumentRow, byte[]> column)
            throws SQLException {
        byte[][] values = rows.stream().map(column).toArray(byte[][]::new);
        return connection.createArrayOf("bytea", values);
    }
}
