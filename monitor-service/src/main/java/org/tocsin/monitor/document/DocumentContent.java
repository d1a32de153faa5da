package org.tocsin.monitor.document;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.content.HtmlText;
import org.tocsin.monitor.content.PlainText;
import org.tocsin.monitor.request.FieldErrors;

/**
 * What a report says, checked and cleaned.
 *
 * @param title in one line; empty when the report has none
 * @param text clean, not blank
 * @param publishedAt not after its arrival
 */
public record DocumentContent(String title, String text, @Nullable String language, Instant publishedAt) {

    private static final int TITLE_LIMIT = 1_000;
    private static final int TITLE_FROM_TEXT = 120;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /**
     * Checks everything but address and source.
     *
     * @param arrival bounds the date of publication: no report is from the future
     * @param errors where objections are noted; the result is of no use when there are any
     */
    public static DocumentContent of(DocumentRequest request, Instant arrival, FieldErrors errors) {
        String text = text(request);
        errors.require(!text.isBlank(), "/text", "A document needs a text, as text or as html.");
        Instant publishedAt = publishedAt(request.publishedAt(), arrival, errors);
        String language = language(request.language(), errors);
        String title = request.title() == null ? "" : PlainText.head(PlainText.line(request.title()), TITLE_LIMIT);
        return new DocumentContent(title, text, language, publishedAt);
    }

    /** The title to keep. */
    String titleOrBeginning() {
        return title.isEmpty() ? titleFrom(text) : title;
    }

    /** The address, or nothing and a noted error. */
    static Optional<URI> url(DocumentRequest request, FieldErrors errors) {
        Optional<URI> url = Optional.ofNullable(request.url()).flatMap(CanonicalUrl::parse);
        errors.require(url.isPresent(), "/url", "The address must be an absolute http or https URL.");
        return url;
    }

    /** A title for a report that came without: the beginning of its first line. */
    public static String titleFrom(String text) {
        String firstLine = text.strip().lines().findFirst().orElse("");
        String head = PlainText.line(PlainText.head(firstLine, TITLE_FROM_TEXT));
        return firstLine.length() > TITLE_FROM_TEXT ? head + "…" : head;
    }

    /** The date of publication as far as it can be believed: neither after the arrival nor absurdly early. */
    public static Instant bounded(@Nullable Instant publishedAt, Instant arrival) {
        boolean credible = publishedAt != null && !publishedAt.isAfter(arrival) && !publishedAt.isBefore(EARLIEST);
        return credible ? publishedAt : arrival;
    }

    private static String text(DocumentRequest request) {
        if (request.text() != null && !request.text().isBlank()) {
            return PlainText.clean(request.text());
        }
        return request.html() == null ? "" : HtmlText.of(request.html());
    }

    private static @Nullable String language(@Nullable String tag, FieldErrors errors) {
        if (tag == null || tag.isBlank()) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(tag.strip()).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            errors.add("/language", "The language must be a BCP 47 tag such as fa or fa-AF.");
            return null;
        }
    }

    private static Instant publishedAt(@Nullable String date, Instant arrival, FieldErrors errors) {
        if (date == null || date.isBlank()) {
            return arrival;
        }
        Optional<Instant> published = instant(date.strip());
        boolean credible =
                published.filter(instant -> !instant.isBefore(EARLIEST)).isPresent();
        errors.require(credible, "/publishedAt", "The date must be an ISO 8601 instant, 1990 or later.");
        return bounded(published.orElse(null), arrival);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(
                    date.indexOf('T') > 0
                            ? OffsetDateTime.parse(date).toInstant()
                            : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
