package org.tocsin.notify.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/** The row that a query is at. A column that cannot be null has a getter that says so by its type. */
public final class Row {

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public UUID uuid(String column) {
        return requireNonNull(uuidOrNull(column), column);
    }

    public @Nullable UUID uuidOrNull(String column) {
        return get(column, UUID.class);
    }

    public String text(String column) {
        return requireNonNull(textOrNull(column), column);
    }

    public @Nullable String textOrNull(String column) {
        return read(() -> results.getString(column));
    }

    public int integer(String column) {
        return requireNonNull(integerOrNull(column), column);
    }

    public @Nullable Integer integerOrNull(String column) {
        return get(column, Integer.class);
    }

    public long number(String column) {
        return requireNonNull(get(column, Long.class), column);
    }

    public boolean flag(String column) {
        return requireNonNull(get(column, Boolean.class), column);
    }

    public byte[] bytes(String column) {
        return requireNonNull(read(() -> results.getBytes(column)), column);
    }

    public Instant instant(String column) {
        return requireNonNull(instantOrNull(column), column);
    }

    public @Nullable Instant instantOrNull(String column) {
        OffsetDateTime time = get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private <T> @Nullable T get(String column, Class<T> type) {
        return read(() -> results.getObject(column, type));
    }

    private static <T> @Nullable T read(Reading<T> reading) {
        try {
            return reading.run();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        @Nullable
        T run() throws SQLException;
    }
}
