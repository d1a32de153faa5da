package org.tocsin.alert.intake;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.EventLocks;
import org.tocsin.alert.alert.ReportFacts;
import org.tocsin.alert.category.Categories;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.fact.Reliability;
import org.tocsin.alert.fact.Source;
import org.tocsin.platform.event.InvalidEventException;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads signal events. Required fields must be there and make sense; whatever else is odd is mended or left out, because
 * a reader that refuses what it does not know loses alerts.
 */
@ApplicationScoped
public class SignalReader {

    private static final int MAX_TEXT = 20_000;
    private static final int MAX_TITLE = 500;
    private static final int MAX_QUOTE = 1_000;
    private static final int MAX_ITEMS = 100;

    private final ObjectMapper json;
    private final Categories categories;
    private final FigureRules figures = new FigureRules();

    public SignalReader(ObjectMapper json, Categories categories) {
        this.json = json;
        this.categories = categories;
    }

    /**
     * Reads a signal.
     *
     * @throws InvalidEventException when it cannot be used, with a reason that quotes nothing of it
     */
    public Signal read(byte[] data) {
        SignalReceived signal = parse(data);
        require(signal.signalId(), "signalId");
        Category category = categories
                .find(require(signal.category(), "category"))
                .orElseThrow(() -> new InvalidEventException("category is not known here"));
        SignalReceived.Document document = require(signal.report(), "document");
        Instant publishedAt = require(document.publishedAt(), "document.publishedAt");
        String title = clean(require(document.title(), "document.title"), MAX_TITLE);
        String text = limit(require(document.text(), "document.text"), MAX_TEXT);
        Aspects aspects = Aspects.of(signal, country(signal.country()), category, categories);
        var facts = new ReportFacts(
                require(document.id(), "document.id"),
                aspects.prominence(),
                aspects.country(),
                address(document.url()),
                title.isBlank() ? "Untitled" : title,
                source(require(document.source(), "document.source")),
                language(document.language()),
                publishedAt,
                eventAt(publishedAt, document.receivedAt(), signal.detectedAt()),
                signal.planned(),
                places(signal.places(), aspects.country()),
                figures.of(items(signal.figures())),
                quotes(signal),
                Set.of(limit(Objects.requireNonNullElse(signal.rule(), "unnamed"), MAX_TITLE)));
        Category leading = categories.get(facts.categories().get(0));
        return new Signal(leading, facts, text, aspects.mention(), signal.series());
    }

    /** The locks under which the signal must be handled; none for what is no signal. */
    Set<String> locks(byte[] data) {
        try {
            ReportFacts facts = read(data).facts();
            return Stream.concat(
                            Stream.of(facts.country()), facts.places().stream().map(Place::country))
                    .filter(Objects::nonNull)
                    .map(EventLocks::key)
                    .collect(Collectors.toSet());
        } catch (InvalidEventException e) {
            return Set.of();
        }
    }

    private SignalReceived parse(byte[] data) {
        try {
            SignalReceived signal = json.readValue(data, SignalReceived.class);
            return require(signal, "signal");
        } catch (IOException e) {
            // Jackson's message quotes the input.
            throw new InvalidEventException(
                    "not a signal in JSON: " + e.getClass().getSimpleName());
        }
    }

    /** Sources date ahead, by mistake or to stay on top; nothing is known before it arrives. */
    private static Instant eventAt(Instant publishedAt, @Nullable Instant receivedAt, @Nullable Instant detectedAt) {
        Instant arrival = receivedAt != null ? receivedAt : detectedAt;
        return arrival != null && publishedAt.isAfter(arrival) ? arrival : publishedAt;
    }

    private static String country(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return ReportFacts.UNKNOWN_COUNTRY;
        }
        if (!code.matches("[A-Z]{2}")) {
            throw new InvalidEventException("country is not an ISO 3166-1 alpha-2 code");
        }
        return code;
    }

    /** Only web addresses are shown; what else stands there may be a script. */
    private static @Nullable String address(@Nullable String url) {
        return url != null && url.matches("(?i)https?://\\S{3,2000}") ? url : null;
    }

    private static String language(@Nullable String language) {
        return language != null && language.matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*") ? language : "und";
    }

    private static Source source(SignalReceived.Source source) {
        return new Source(
                source.id(),
                clean(require(source.name(), "document.source.name"), MAX_TITLE),
                Reliability.of(source.reliability()),
                source.ownerGroup());
    }

    /** Places in a country; where it is missing it can only be that of the event, and without that it is no place. */
    private static List<Place> places(@Nullable List<SignalReceived.Place> places, String acting) {
        return items(places).stream()
                .filter(place ->
                        place.name() != null && !clean(place.name(), MAX_TITLE).isEmpty())
                .map(place -> new Place(
                        clean(String.valueOf(place.name()), MAX_TITLE),
                        place.country() != null && place.country().matches("[A-Z]{2}") ? place.country() : acting,
                        place.pcode()))
                .filter(place -> !ReportFacts.UNKNOWN_COUNTRY.equals(place.country()))
                .distinct()
                .toList();
    }

    /** The words that speak for it; of a series the sentence that explains it. */
    private static List<String> quotes(SignalReceived signal) {
        SignalReceived.Indicator indicator = signal.indicator();
        if (signal.series() && indicator != null && indicator.explanation() != null) {
            return List.of(clean(indicator.explanation(), MAX_QUOTE));
        }
        return items(signal.evidence()).stream()
                .map(SignalReceived.Evidence::quote)
                .filter(quote -> quote != null && !quote.isBlank())
                .map(quote -> clean(String.valueOf(quote), MAX_QUOTE))
                .distinct()
                .toList();
    }

    private static <T> List<T> items(@Nullable List<T> items) {
        return items == null
                ? List.of()
                : items.stream().filter(Objects::nonNull).limit(MAX_ITEMS).toList();
    }

    private static <T> T require(@Nullable T value, String field) {
        if (value == null) {
            throw new InvalidEventException(field + " is missing");
        }
        return value;
    }

    /** One line without control characters and without marks that turn the direction of what follows. */
    static String clean(String text, int length) {
        String plain = text.replaceAll("[\\p{Cntrl}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return limit(plain, length);
    }

    /** Cuts between characters, never within a surrogate pair; PostgreSQL takes no NUL. */
    static String limit(String text, int length) {
        String whole = text.replace("\u0000", "");
        if (whole.length() <= length) {
            return whole;
        }
        int end = Character.isHighSurrogate(whole.charAt(length - 1)) ? length - 1 : length;
        return whole.substring(0, end);
    }
}
