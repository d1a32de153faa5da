package org.tocsin.notify.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/**
 * Runs SQL in the transaction of the calling thread. Parameters can be null, text, numbers, booleans, bytes, instants,
 * UUIDs, enums (by name), and collections of one of these, which become arrays.
 */
@ApplicationScoped
public class Sql {

    private final DataSource dataSource;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs a statement; returns how many rows it touched. */
    public int update(String sql, @Nullable Object... parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    /** Reads all rows. */
    public <T> List<T> list(String sql, Function<Row, T> reader, @Nullable Object... parameters) {
        return run(sql, parameters, statement -> {
            try (ResultSet results = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                Row row = new Row(results);
                while (results.next()) {
                    rows.add(reader.apply(row));
                }
                return rows;
            }
        });
    }

    /** Reads the first row. */
    public <T> Optional<T> first(String sql, Function<Row, T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    private <T> T run(String sql, @Nullable Object[] parameters, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, toSql(connection, parameters[i]));
            }
            return work.run(statement);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static @Nullable Object toSql(Connection connection, @Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Collection<?> values) {
            return array(connection, values);
        }
        return value;
    }

    private static Object array(Connection connection, Collection<?> values) throws SQLException {
        Object first =
                values.stream().filter(value -> value != null).findFirst().orElse(null);
        if (first instanceof byte[]) {
            return connection.createArrayOf("bytea", values.toArray(byte[][]::new));
        }
        Object[] elements = new Object[values.size()];
        int i = 0;
        for (Object value : values) {
            elements[i++] = toSql(connection, value);
        }
        return connection.createArrayOf(typeOf(first), elements);
    }

    private static String typeOf(@Nullable Object value) {
        if (value instanceof UUID) {
            return "uuid";
        }
        if (value instanceof Integer) {
            return "int4";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Instant) {
            return "timestamptz";
        }
        return "text";
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }
}
