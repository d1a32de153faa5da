package org.tocsin.monitor.source;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.content.PlainText;
import org.tocsin.monitor.request.FieldErrors;

/**
 * A source as asked for, unchecked.
 *
 * @param format auto, rss, atom, jsonfeed, cap, sitemap, html or json; auto when absent
 * @param fullArticles whether the page of a report is fetched where the feed has only a teaser; false when absent
 * @param ignoreRobots whether the publisher has allowed us what robots.txt forbids; false when absent
 * @param links html only: CSS selector of the links to reports; found by their looks when absent
 * @param mapping json only: where the fields are
 * @param reliability A to F; F (cannot be judged) when absent
 * @param pollInterval ISO 8601 duration such as PT10M, or seconds; the configured default when absent
 * @param enabled true when absent
 */
@Schema(name = "SourceRequest")
record SourceRequest(
        @Nullable String name,
        @Nullable String url,
        @Nullable String format,
        @Nullable Boolean fullArticles,
        @Nullable Boolean ignoreRobots,
        @Nullable @Schema(examples = "main h2 a") String links,
        @Nullable Mapping mapping,
        @Nullable String country,
        @Nullable String language,
        @Nullable String reliability,
        @Nullable String ownerGroup,
        @Nullable @Schema(examples = "PT10M") String pollInterval,
        @Nullable Boolean enabled) {

    /**
     * Where an API puts what we need: JSON pointers (RFC 6901), all but the first from the single item.
     *
     * @param items to the list; absent or empty when the answer is the list
     * @param text plain or HTML
     * @param publishedAt ISO 8601, RFC 822, or seconds or milliseconds since 1970
     */
    @Schema(name = "FieldMapping")
    record Mapping(
            @Nullable @Schema(examples = "/data") String items,
            @Nullable @Schema(examples = "/id") String id,
            @Nullable @Schema(examples = "/fields/url") String url,
            @Nullable @Schema(examples = "/fields/title") String title,
            @Nullable @Schema(examples = "/fields/body") String text,
            @Nullable @Schema(examples = "/fields/date/created") String publishedAt) {}

    private static final int NAME_LIMIT = 200;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /**
     * Checks everything.
     *
     * @param polled whether the source needs an address
     * @throws org.tocsin.platform.problem.ProblemException 422 with all objections
     */
    SourceDetails check(boolean polled, SourceConfig config) {
        FieldErrors errors = new FieldErrors();
        String checkedName = line(name, "/name", errors);
        errors.require(checkedName != null, "/name", "A source needs a name.");
        Optional<URI> address = Optional.ofNullable(url).flatMap(CanonicalUrl::parse);
        errors.require(
                polled ? address.isPresent() : url == null,
                "/url",
                polled ? "The address must be an absolute http or https URL." : "A source that pushes has no address.");
        String checkedCountry =
                country == null || country.isBlank() ? null : country.strip().toUpperCase(Locale.ROOT);
        errors.require(
                checkedCountry == null || COUNTRIES.contains(checkedCountry),
                "/country",
                "The country must be an ISO 3166-1 alpha-2 code.");
        SourceDetails details = new SourceDetails(
                String.valueOf(checkedName),
                address.orElse(null),
                ReadingRequest.check(
                        one(SourceFormat.class, format, SourceFormat.AUTO, "/format", errors), this, errors),
                checkedCountry,
                language(errors),
                one(Reliability.class, reliability, Reliability.F, "/reliability", errors),
                line(ownerGroup, "/ownerGroup", errors),
                interval(config, errors),
                enabled == null || enabled);
        errors.throwIfAny();
        return details;
    }

    private Duration interval(SourceConfig config, FieldErrors errors) {
        if (pollInterval == null || pollInterval.isBlank()) {
            return config.defaultInterval();
        }
        Optional<Duration> interval = duration(pollInterval.strip())
                .filter(asked -> asked.compareTo(config.minimumInterval()) >= 0)
                .filter(asked -> asked.compareTo(config.maximumInterval()) <= 0);
        errors.require(
                interval.isPresent(),
                "/pollInterval",
                "The interval must be a duration from %s to %s, such as PT10M."
                        .formatted(config.minimumInterval(), config.maximumInterval()));
        return interval.orElse(config.defaultInterval());
    }

    private static Optional<Duration> duration(String raw) {
        try {
            return Optional.of(Duration.parse(raw.matches("\\d{1,9}") ? "PT" + raw + "S" : raw));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private @Nullable String language(FieldErrors errors) {
        if (language == null || language.isBlank()) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(language.strip()).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            errors.add("/language", "The language must be a BCP 47 tag such as fa or fa-AF.");
            return null;
        }
    }

    private static @Nullable String line(@Nullable String raw, String pointer, FieldErrors errors) {
        String line = raw == null ? "" : PlainText.line(raw);
        errors.require(line.length() <= NAME_LIMIT, pointer, "It is longer than 200 characters.");
        return line.isEmpty() ? null : line;
    }

    private static <E extends Enum<E>> E one(
            Class<E> type, @Nullable String raw, E fallback, String pointer, FieldErrors errors) {
        if (raw == null || raw.isBlank()) {
            return fallback;
        }
        Optional<E> value = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(raw.strip()))
                .findFirst();
        errors.require(value.isPresent(), pointer, "It must be one of %s.".formatted(names(type)));
        return value.orElse(fallback);
    }

    private static String names(Class<? extends Enum<?>> type) {
        String names = Arrays.toString(type.getEnumConstants());
        return type == Reliability.class ? names : names.toLowerCase(Locale.ROOT);
    }
}
