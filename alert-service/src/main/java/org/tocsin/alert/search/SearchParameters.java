package org.tocsin.alert.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.AlertStatus;
import org.tocsin.alert.alert.SearchText;
import org.tocsin.alert.category.Categories;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.score.Band;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;

/** The query parameters of a search, as they were sent. Lists may be repeated or separated by commas. */
public class SearchParameters {

    private static final int MAX_WORDS = 12;

    @RestQuery
    List<String> category = List.of();

    @RestQuery
    List<String> country = List.of();

    @RestQuery
    List<String> band = List.of();

    @RestQuery
    List<String> status = List.of();

    @RestQuery
    @Nullable
    String minSeverity;

    @RestQuery
    @Nullable
    String minConfidence;

    @RestQuery
    @Nullable
    String since;

    @RestQuery
    @Nullable
    String until;

    @RestQuery
    @Nullable
    String updatedSince;

    @RestQuery
    @Nullable
    String q;

    /**
     * The filter, without regard to letters, accents and digits of the words searched for.
     *
     * @throws ProblemException 422 when a parameter has no meaning: a mistyped name must not look like "no alerts"
     */
    public AlertFilter filter(Categories known) {
        var errors = new ArrayList<FieldError>();
        Set<String> categories = parts(category);
        categories.stream()
                .filter(code -> known.find(code).isEmpty())
                .forEach(code -> errors.add(new FieldError(
                        "?category",
                        "one of "
                                + known.all().stream()
                                        .map(Category::code)
                                        .sorted()
                                        .toList())));
        Set<String> countries = parts(country);
        if (!countries.stream().allMatch(code -> code.matches("[A-Z]{2}"))) {
            errors.add(new FieldError("?country", "a code of two letters (ISO 3166-1)"));
        }
        Set<Band> bands = names("band", band, Band.class, errors);
        Set<AlertStatus> statuses = names("status", status, AlertStatus.class, errors);
        int severity = (int) number("minSeverity", minSeverity, 100, errors);
        double confidence = number("minConfidence", minConfidence, 1, errors);
        Instant from = instant("since", since, errors);
        Instant to = instant("until", until, errors);
        Instant changed = instant("updatedSince", updatedSince, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid("The search cannot be understood", errors);
        }
        List<String> words = q == null
                ? List.of()
                : SearchText.query(q).stream().limit(MAX_WORDS).toList();
        return new AlertFilter(categories, countries, bands, severity, confidence, statuses, from, to, changed, words);
    }

    private static Set<String> parts(List<String> values) {
        var parts = new LinkedHashSet<String>();
        values.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(value -> value.strip().toUpperCase(Locale.ROOT))
                .filter(value -> !value.isEmpty())
                .forEach(parts::add);
        return parts;
    }

    private static <E extends Enum<E>> Set<E> names(
            String parameter, List<String> values, Class<E> type, List<FieldError> errors) {
        var names = new LinkedHashSet<E>();
        for (String value : parts(values)) {
            try {
                names.add(Enum.valueOf(type, value));
            } catch (IllegalArgumentException e) {
                errors.add(new FieldError("?" + parameter, "one of " + List.of(type.getEnumConstants())));
            }
        }
        return names;
    }

    private static double number(String parameter, @Nullable String value, int most, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            return 0;
        }
        if (value.matches(most > 1 ? "\\d{1,3}" : "[01](\\.\\d{1,9})?") && Double.parseDouble(value) <= most) {
            return Double.parseDouble(value);
        }
        errors.add(new FieldError("?" + parameter, "a number from 0 to " + most));
        return 0;
    }

    /** An instant, or a day, which begins at midnight UTC. */
    private static @Nullable Instant instant(String parameter, @Nullable String value, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(value);
        } catch (DateTimeParseException e) {
            errors.add(new FieldError("?" + parameter, "an instant such as 2025-07-14T06:20:00Z, or a day"));
            return null;
        }
    }
}
