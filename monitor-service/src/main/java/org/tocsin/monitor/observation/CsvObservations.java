package org.tocsin.monitor.observation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.request.FieldErrors;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;

/**
 * Observations as a table in CSV (RFC 4180; also with semicolons or tabs), with a header that names the columns, or with
 * a row of HXL hashtags within the first 25 rows, under or without a header for people.
 */
final class CsvObservations implements Lines {

    /** Where the HXL standard wants the hashtags at the latest. */
    private static final int HASHTAGS_WITHIN = 25;

    private static final char REPLACEMENT = '\uFFFD';

    private final BoundedRows bounded;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Deque<Row> pending = new ArrayDeque<>();
    private final Columns columns;
    private long begins = 1;
    private boolean ended;

    /** @param number of the line in which it begins */
    private record Row(long number, List<String> cells) {}

    /**
     * Reads the head of the table.
     *
     * @param value the hashtag of the column that holds the values, or null
     * @throws ProblemException 422 when header or hashtags do not say what is needed, 400 when there are none
     */
    CsvObservations(InputStream body, @Nullable String value) throws IOException {
        this.bounded = new BoundedRows(withoutMark(body));
        this.parser = CSVParser.builder()
                .setReader(bounded)
                .setFormat(CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(bounded.delimiter())
                        .setIgnoreEmptyLines(false)
                        .get())
                .get();
        this.records = parser.iterator();
        this.columns = columns(value);
    }

    private static Reader withoutMark(InputStream body) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        return reader;
    }

    private Columns columns(@Nullable String value) {
        FieldErrors errors = new FieldErrors();
        HxlTag wanted = value == null ? null : HxlTag.read(value).orElse(null);
        if (value != null && wanted == null) {
            throw ProblemException.invalid(
                    "The query is not acceptable; see the errors.",
                    List.of(new FieldError("?value", "It must be a hashtag such as #affected+f.")));
        }
        List<Row> head = new ArrayList<>();
        try {
            while (head.size() < HASHTAGS_WITHIN && records.hasNext()) {
                Row row = row(records.next());
                if (isHashtags(row.cells())) {
                    Columns found = Columns.ofTags(tags(row, errors), wanted, errors);
                    refuse(errors, "The hashtags in line %d do not say what is needed; see the errors.", row.number());
                    return found;
                }
                head.add(row);
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            if (head.isEmpty()) {
                throw ProblemException.badRequest("The first row is not CSV.");
            }
            pending.add(new Row(-1, List.of()));
        }
        head.removeIf(row -> row.cells().stream().allMatch(String::isBlank));
        if (head.isEmpty()) {
            throw ProblemException.badRequest("The body holds no table.");
        }
        Row header = head.remove(0);
        Columns found = Columns.ofHeader(header.cells(), errors);
        refuse(errors, "The header in line %d does not say what is needed; see the errors.", header.number());
        for (int i = head.size() - 1; i >= 0; i--) {
            pending.addFirst(head.get(i));
        }
        return found;
    }

    private static void refuse(FieldErrors errors, String sentence, long line) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(sentence.formatted(line), errors.list());
        }
    }

    /** At least one hashtag, and nothing but hashtags. */
    private static boolean isHashtags(List<String> cells) {
        return cells.stream().anyMatch(cell -> cell.strip().startsWith("#"))
                && cells.stream()
                        .allMatch(cell -> cell.isBlank() || cell.strip().startsWith("#"));
    }

    private static List<@Nullable HxlTag> tags(Row row, FieldErrors errors) {
        List<@Nullable HxlTag> tags = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            HxlTag tag = HxlTag.read(cell).orElse(null);
            errors.require(
                    tag != null || cell.isBlank(), "/" + i, "Column %d has no well-formed hashtag.".formatted(i + 1));
            tags.add(tag);
        }
        return tags;
    }

    @Override
    public Optional<Line> next() {
        while (!ended) {
            try {
                Row row = pending.isEmpty() ? (records.hasNext() ? row(records.next()) : null) : pending.removeFirst();
                if (row == null) {
                    ended = true;
                } else if (row.number() < 0) {
                    return Optional.of(broken());
                } else if (!row.cells().stream().allMatch(String::isBlank)) {
                    return Optional.of(line(row));
                }
            } catch (UncheckedIOException | IllegalStateException e) {
                return Optional.of(broken());
            }
        }
        return Optional.empty();
    }

    private Line broken() {
        ended = true;
        String detail = "From this line on the table is not CSV: a quote is not closed, or something follows one.";
        return new Line.Unreadable(begins, 422, detail, List.of(), true);
    }

    private Row row(CSVRecord found) {
        bounded.nextRow();
        long number = begins;
        // Lines are counted where rows end; the next one begins after that.
        begins = parser.getCurrentLineNumber() + 1;
        return new Row(number, found.toList());
    }

    private Line line(Row row) {
        List<FieldError> errors = new ArrayList<>();
        if (row.cells().stream().anyMatch(cell -> cell.indexOf(REPLACEMENT) >= 0)) {
            return unreadable(row, List.of(new FieldError("", "The row is not UTF-8.")));
        }
        Optional<String> number = columns.cell(columns.value(), row.cells());
        Optional<Double> value = number.flatMap(PlainNumber::read);
        if (number.isPresent() && value.isEmpty()) {
            errors.add(
                    new FieldError("/value", "It must be a number such as 1234.5, without signs between the digits."));
        }
        if (!errors.isEmpty()) {
            return unreadable(row, errors);
        }
        return new Line.Given(
                row.number(),
                new ObservationRequest(
                        columns.cell(columns.indicator(), row.cells()).orElse(null),
                        columns.place(row.cells()).orElse(null),
                        columns.placeName(row.cells()).orElse(null),
                        columns.cell(columns.time(), row.cells()).orElse(null),
                        value.orElse(null),
                        columns.cell(columns.note(), row.cells()).orElse(null)));
    }

    private static Line unreadable(Row row, List<FieldError> errors) {
        return new Line.Unreadable(row.number(), 422, "The content is not acceptable; see the errors.", errors, false);
    }
}
