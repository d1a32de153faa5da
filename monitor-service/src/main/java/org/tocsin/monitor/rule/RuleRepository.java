package org.tocsin.monitor.rule;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;

/** The rules and their versions. Everything here joins the running transaction. */
@ApplicationScoped
class RuleRepository {

    /** Any number will do, as long as every replica uses the same. */
    private static final long SEED_LOCK = 0x746F6373696E02L;

    private static final String COLUMNS =
            "SELECT r.id, r.origin, v.version, v.enabled, v.definition, v.changed_at, v.changed_by ";
    private static final String CURRENT =
            COLUMNS + "FROM rule r JOIN rule_version v ON v.rule_id = r.id AND v.version = r.version ";
    private static final String VERSIONS =
            COLUMNS + "FROM rule r JOIN rule_version v ON v.rule_id = r.id WHERE r.id = ? ORDER BY v.version DESC";
    private static final String UPSERT =
            """
            INSERT INTO rule (id, version, origin, seed_digest) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, origin = excluded.origin,
                seed_digest = coalesce(excluded.seed_digest, rule.seed_digest)
            """;
    private static final String INSERT_VERSION =
            """
            INSERT INTO rule_version (rule_id, version, enabled, definition, changed_at, changed_by)
            VALUES (?, ?, ?, ?::json, ?, ?)
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    RuleRepository(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** All rules in their current version. */
    List<StoredRule> all() {
        return query(CURRENT + "ORDER BY r.id", null);
    }

    Optional<StoredRule> find(String id) {
        return query(CURRENT + "WHERE r.id = ?", id).stream().findFirst();
    }

    /** Like {@link #find}, and nobody else can change the rule until the transaction ends. */
    Optional<StoredRule> findForChange(String id) {
        return query(CURRENT + "WHERE r.id = ? FOR UPDATE OF r", id).stream().findFirst();
    }

    /** All versions, the newest first. */
    List<StoredRule> versions(String id) {
        return query(VERSIONS, id);
    }

    /**
     * Adds a version and makes it the current one.
     *
     * @param seedDigest of the seed that it was made from, null when people made it
     */
    void add(StoredRule rule, @Nullable String seedDigest) {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
                upsert.setString(1, rule.id());
                upsert.setInt(2, rule.version());
                upsert.setString(3, rule.origin().name());
                upsert.setString(4, seedDigest);
                upsert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(INSERT_VERSION)) {
                insert.setString(1, rule.id());
                insert.setInt(2, rule.version());
                insert.setBoolean(3, rule.enabled());
                insert.setString(4, rule.definition().toString());
                insert.setTimestamp(5, Timestamp.from(rule.changedAt()));
                insert.setString(6, rule.changedBy());
                insert.executeUpdate();
            }
            execute(connection, "UPDATE rule_revision SET revision = revision + 1");
        } catch (SQLException e) {
            throw new IllegalStateException("A rule could not be stored", e);
        }
    }

    /** The digest of the seed that a rule was last made from, or null. */
    @Nullable
    String seedDigest(String id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT seed_digest FROM rule WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A rule could not be read", e);
        }
    }

    /** Grows with every change of any rule. */
    long revision() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT revision FROM rule_revision");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The revision of the rules could not be read", e);
        }
    }

    /** Lets only one replica at a time load seeds. */
    void lockForSeeds() {
        try (Connection connection = database.getConnection()) {
            execute(connection, "SELECT pg_advisory_xact_lock(" + SEED_LOCK + ")");
        } catch (SQLException e) {
            throw new IllegalStateException("The seeds of the rules could not be locked", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private List<StoredRule> query(String sql, @Nullable String id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            if (id != null) {
                select.setString(1, id);
            }
            List<StoredRule> rules = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rules.add(rule(row));
                }
            }
            return rules;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("Rules could not be read", e);
        }
    }

    private StoredRule rule(ResultSet row) throws SQLException, JsonProcessingException {
        return new StoredRule(
                row.getString("id"),
                row.getInt("version"),
                row.getBoolean("enabled"),
                StoredRule.Origin.valueOf(row.getString("origin")),
                json.readTree(row.getString("definition")),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }
}
