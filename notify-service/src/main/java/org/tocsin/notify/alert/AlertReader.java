package org.tocsin.notify.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.event.InvalidEventException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads the data of alert events tolerantly: what notification cannot do without must be there, anything else may be
 * missing, and fields it does not know are left alone.
 */
@Singleton
public class AlertReader {

    private static final int MEASURES = 3;

    private final ObjectMapper json;

    AlertReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads an event's data.
     *
     * @throws InvalidEventException when no alert can be read from it
     */
    public AlertSnapshot read(byte[] data) {
        JsonNode root = tree(data);
        JsonNode alert = root.path("alert");
        if (!alert.isObject()) {
            throw new InvalidEventException("The event has no alert");
        }
        try {
            return snapshot(alert);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidEventException("A field of the alert has a value that it cannot have", e);
        }
    }

    /** The body that webhooks get: the alert exactly as it was published, fields unknown to us included. */
    public byte[] webhookBody(ChangeKind kind, Instant time, byte[] data) {
        var body = json.createObjectNode();
        body.put("type", kind.webhookType());
        body.put("timestamp", time.toString());
        body.set("data", tree(data).path("alert"));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The alert exactly as it was published. */
    public JsonNode alert(byte[] data) {
        return tree(data).path("alert");
    }

    /** Why there is this version, in a sentence; null when the event does not say. */
    public @Nullable String changeReason(byte[] data) {
        return text(tree(data).path("change"), "reason");
    }

    /** Why there is this version, in parts; null when the event does not say. */
    public @Nullable ChangeCause cause(byte[] data) {
        JsonNode cause = tree(data).path("change").path("cause");
        String code = text(cause, "code");
        return code == null
                ? null
                : new ChangeCause(code, cause.path("reopened").asBoolean(), text(cause, "source"), text(cause, "note"));
    }

    /** The band before this version; null when the event does not say. */
    public @Nullable Band previousBand(byte[] data) {
        String band = text(tree(data).path("change"), "previousBand");
        try {
            return band == null ? null : Band.valueOf(band);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private JsonNode tree(byte[] data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new InvalidEventException("The event's data is not JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AlertSnapshot snapshot(JsonNode alert) {
        int severity = alert.path("severity").asInt(-1);
        double confidence = alert.path("confidence").asDouble(-1);
        int version = alert.path("version").asInt(0);
        if (version < 1 || severity < 0 || severity > 100 || confidence < 0 || confidence > 1) {
            throw new InvalidEventException("The alert's version, severity or confidence is missing or out of range");
        }
        return new AlertSnapshot(
                UUID.fromString(required(alert, "id")),
                version,
                required(alert, "category"),
                text(alert, "status"),
                Band.valueOf(required(alert, "band")),
                severity,
                confidence,
                required(alert, "title"),
                text(alert, "summary"),
                alert.path("titleEdited").asBoolean(),
                headline(alert),
                integer(alert, "reportCount"),
                integer(alert, "independentSources"),
                texts(alert.path("countries")),
                list(alert.path("places"), AlertReader::place),
                list(alert.path("figures"), AlertReader::figure),
                list(alert.path("score"), AlertReader::scorePart),
                list(alert.path("reports"), AlertReader::report),
                instant(alert, "openedAt"),
                instant(alert, "updatedAt"));
    }

    /** An event that does not say what its title is made of still has the parts. */
    private static AlertSnapshot.Headline headline(JsonNode alert) {
        JsonNode headline = alert.path("headline");
        if (headline.isObject()) {
            return new AlertSnapshot.Headline(
                    text(headline, "country"),
                    text(headline, "place"),
                    headline.path("planned").asBoolean(),
                    list(headline.path("figures"), JsonNode::asInt));
        }
        JsonNode figures = alert.path("figures");
        List<Integer> recommended = IntStream.range(0, figures.size())
                .filter(index -> "RECOMMENDED".equals(text(figures.path(index), "role")))
                .boxed()
                .limit(MEASURES)
                .toList();
        boolean planned =
                list(alert.path("score"), part -> text(part, "component")).contains("planned");
        return new AlertSnapshot.Headline(
                text(alert.path("countries"), 0), text(alert.path("places").path(0), "name"), planned, recommended);
    }

    private static AlertSnapshot.Place place(JsonNode place) {
        return new AlertSnapshot.Place(required(place, "name"), text(place, "country"), text(place, "pcode"));
    }

    private static AlertSnapshot.Figure figure(JsonNode figure) {
        return new AlertSnapshot.Figure(
                number(figure, "value"),
                number(figure, "lower"),
                number(figure, "upper"),
                text(figure, "quantifier"),
                text(figure, "unit"),
                text(figure, "action"),
                text(figure, "group"),
                text(figure, "per"),
                date(figure, "from"),
                date(figure, "to"),
                figure.path("cumulative").asBoolean(),
                text(figure, "status"),
                text(figure, "role"),
                text(figure, "quote"),
                text(figure, "documentId"));
    }

    private static AlertSnapshot.ScorePart scorePart(JsonNode part) {
        return new AlertSnapshot.ScorePart(
                required(part, "component"),
                part.path("points").asDouble(),
                text(part, "reason"),
                basis(part.path("basis")));
    }

    private static AlertSnapshot.Basis basis(JsonNode basis) {
        return new AlertSnapshot.Basis(
                text(basis, "category"),
                number(basis, "people"),
                number(basis, "killed"),
                number(basis, "injured"),
                number(basis, "perDay"),
                basis.path("growth").isNumber() ? basis.path("growth").asDouble() : null,
                texts(basis.path("groups")),
                basis.path("livesLost").isBoolean() ? basis.path("livesLost").asBoolean() : null);
    }

    private static AlertSnapshot.Report report(JsonNode report) {
        return new AlertSnapshot.Report(
                text(report, "documentId"),
                text(report, "url"),
                required(report, "title"),
                text(report, "source"),
                text(report, "language"),
                instant(report, "publishedAt"),
                text(report, "relation"),
                texts(report.path("quotes")));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        List<T> items = new ArrayList<>();
        array.forEach(item -> items.add(reader.apply(item)));
        return items;
    }

    private static List<String> texts(JsonNode array) {
        return list(array, JsonNode::asText);
    }

    private static String required(JsonNode object, String field) {
        String text = text(object, field);
        if (text == null || text.isBlank()) {
            throw new InvalidEventException("The alert lacks its field " + field);
        }
        return text;
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    private static @Nullable String text(JsonNode array, int index) {
        JsonNode value = array.path(index);
        return value.isTextual() ? value.asText() : null;
    }

    private static @Nullable Integer integer(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isInt() ? value.asInt() : null;
    }

    private static @Nullable Long number(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isNumber() ? value.asLong() : null;
    }

    private static @Nullable Instant instant(JsonNode object, String field) {
        String text = text(object, field);
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable LocalDate date(JsonNode object, String field) {
        String text = text(object, field);
        return text == null ? null : LocalDate.parse(text);
    }
}
