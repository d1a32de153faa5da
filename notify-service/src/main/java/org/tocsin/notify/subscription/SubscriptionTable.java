package org.tocsin.notify.subscription;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/**
 * Subscriptions as a table (RFC 4180), one a line, for people who keep their partners in a spreadsheet. Several values in
 * one cell are divided by a vertical bar. A first character that would make a spreadsheet compute is written behind an
 * apostrophe, and read back without it.
 */
final class SubscriptionTable {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES, CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();
    private static final List<String> COLUMNS = List.of(
            "organisation",
            "name",
            "type",
            "address",
            "url",
            "format",
            "signatures",
            "categories",
            "countries",
            "places",
            "minSeverity",
            "minConfidence",
            "figureAction",
            "figureMin",
            "sources",
            "expression",
            "mode",
            "at",
            "day",
            "timeZone",
            "quietFrom",
            "quietTo",
            "quietOverride",
            "dailyCap",
            "language",
            "validFrom",
            "validUntil",
            "confirmed",
            "state",
            "sourceNotices");
    private static final String COMPUTES = "=+-@\t\r";

    private SubscriptionTable() {}

    static String write(List<SubscriptionBody> subscriptions) {
        CsvSchema.Builder schema = CsvSchema.builder();
        COLUMNS.forEach(schema::addColumn);
        try {
            List<Map<String, String>> rows =
                    subscriptions.stream().map(SubscriptionTable::row).toList();
            return CSV.writer(schema.build().withHeader()).writeValueAsString(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table with a line of column names.
     *
     * @throws ProblemException 400 when it is no table, or has a column that subscriptions do not have
     */
    static List<Line> read(byte[] table) {
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        List<Line> lines = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows =
                CSV.readerForMapOf(String.class).with(schema).readValues(table)) {
            while (rows.hasNextValue()) {
                Map<String, String> row = rows.nextValue();
                row.keySet().stream()
                        .filter(column -> !COLUMNS.contains(column.strip()))
                        .findFirst()
                        .ifPresent(column -> {
                            throw ProblemException.badRequest("Subscriptions have no column of this name; they have "
                                    + String.join(", ", COLUMNS) + ".");
                        });
                lines.add(line(lines.size() + 2, row));
            }
        } catch (IOException e) {
            throw ProblemException.badRequest("The table cannot be read as CSV after line " + (lines.size() + 1) + ".");
        }
        return lines;
    }

    /**
     * A line of a table.
     *
     * @param number counted from 1, the column names included
     * @param wrong what cannot be read, null when all can
     */
    record Line(int number, @Nullable SubscriptionBody body, @Nullable String wrong) {}

    private static Line line(int number, Map<String, String> row) {
        Cells cells = new Cells(row);
        try {
            return new Line(number, body(cells), null);
        } catch (NumberFormatException | DateTimeException e) {
            return new Line(number, null, "A number or a time of this line cannot be read.");
        } catch (IllegalArgumentException e) {
            return new Line(number, null, "The id of the organisation is not a UUID.");
        }
    }

    private static SubscriptionBody body(Cells cells) {
        String organisation = cells.text("organisation");
        String figure = cells.text("figureAction");
        String quietFrom = cells.text("quietFrom");
        return new SubscriptionBody(
                organisation == null ? null : UUID.fromString(organisation),
                cells.text("name"),
                new SubscriptionBody.ChannelBody(
                        cells.text("type"),
                        cells.text("address"),
                        cells.text("url"),
                        cells.text("format"),
                        cells.list("signatures"),
                        null,
                        null),
                new SubscriptionBody.FilterBody(
                        cells.list("categories"),
                        cells.list("countries"),
                        cells.list("places"),
                        cells.integer("minSeverity"),
                        cells.decimal("minConfidence"),
                        figure == null ? null : new SubscriptionBody.FigureBody(figure, cells.number("figureMin")),
                        cells.list("sources"),
                        cells.text("expression")),
                new SubscriptionBody.DeliveryBody(
                        cells.text("mode"),
                        cells.text("at"),
                        cells.text("day"),
                        cells.text("timeZone"),
                        quietFrom == null
                                ? null
                                : new SubscriptionBody.QuietHoursBody(
                                        quietFrom, cells.text("quietTo"), cells.text("quietOverride")),
                        cells.integer("dailyCap")),
                cells.text("sourceNotices"),
                cells.text("language"),
                cells.instant("validFrom"),
                cells.instant("validUntil"),
                Boolean.valueOf(cells.text("confirmed")),
                cells.text("state"));
    }

    private record Cells(Map<String, String> row) {

        @Nullable
        String text(String column) {
            String cell = row.get(column);
            if (cell == null || cell.isBlank()) {
                return null;
            }
            String stripped = cell.strip();
            boolean guarded =
                    stripped.length() > 1 && stripped.charAt(0) == '\'' && COMPUTES.indexOf(stripped.charAt(1)) >= 0;
            return guarded ? stripped.substring(1) : stripped;
        }

        @Nullable
        List<@Nullable String> list(String column) {
            String text = text(column);
            return text == null
                    ? null
                    : Arrays.stream(text.split("\\|")).map(String::strip).toList();
        }

        @Nullable
        Integer integer(String column) {
            String text = text(column);
            return text == null ? null : Integer.valueOf(text);
        }

        @Nullable
        Long number(String column) {
            String text = text(column);
            return text == null ? null : Long.valueOf(text);
        }

        @Nullable
        Double decimal(String column) {
            String text = text(column);
            return text == null ? null : Double.valueOf(text);
        }

        @Nullable
        Instant instant(String column) {
            String text = text(column);
            return text == null ? null : Instant.parse(text);
        }
    }

    private static Map<String, String> row(SubscriptionBody body) {
        Map<String, String> row = new LinkedHashMap<>();
        SubscriptionBody.ChannelBody channel = Objects.requireNonNull(body.channel());
        SubscriptionBody.FilterBody filter = Objects.requireNonNull(body.filter());
        SubscriptionBody.DeliveryBody delivery = Objects.requireNonNull(body.delivery());
        put(row, "organisation", body.organisation());
        put(row, "name", body.name());
        put(row, "type", channel.type());
        put(row, "address", channel.address());
        put(row, "url", channel.url());
        put(row, "format", channel.format());
        put(row, "signatures", channel.signatures());
        put(row, "categories", filter.categories());
        put(row, "countries", filter.countries());
        put(row, "places", filter.places());
        put(row, "minSeverity", filter.minSeverity());
        put(row, "minConfidence", filter.minConfidence());
        put(
                row,
                "figureAction",
                filter.figure() == null ? null : filter.figure().action());
        put(row, "figureMin", filter.figure() == null ? null : filter.figure().min());
        put(row, "sources", filter.sources());
        put(row, "expression", filter.expression());
        put(row, "mode", delivery.mode());
        put(row, "at", delivery.at());
        put(row, "day", delivery.day());
        put(row, "timeZone", delivery.timeZone());
        SubscriptionBody.QuietHoursBody quiet = delivery.quietHours();
        put(row, "quietFrom", quiet == null ? null : quiet.from());
        put(row, "quietTo", quiet == null ? null : quiet.to());
        put(row, "quietOverride", quiet == null ? null : quiet.overrideBand());
        put(row, "dailyCap", delivery.dailyCap());
        put(row, "language", body.language());
        put(row, "validFrom", body.validFrom());
        put(row, "validUntil", body.validUntil());
        put(row, "confirmed", body.confirmed());
        put(row, "state", body.state());
        put(row, "sourceNotices", body.sourceNotices());
        return row;
    }

    private static void put(Map<String, String> row, String column, @Nullable Object value) {
        String text = value == null
                ? ""
                : value instanceof List<?> list
                        ? String.join("|", list.stream().map(String::valueOf).toList())
                        : value.toString();
        boolean computes = !text.isEmpty() && COMPUTES.indexOf(text.charAt(0)) >= 0;
        row.put(column, computes ? "'" + text : text);
    }
}
