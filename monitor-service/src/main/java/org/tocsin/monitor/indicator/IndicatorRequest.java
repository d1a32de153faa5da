package org.tocsin.monitor.indicator;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.content.PlainText;
import org.tocsin.monitor.figure.Action;
import org.tocsin.monitor.request.FieldErrors;
import org.tocsin.monitor.series.Direction;
import org.tocsin.monitor.series.Periodicity;
import org.tocsin.monitor.series.Threshold;
import org.tocsin.monitor.source.Pusher;

/**
 * An indicator as asked for, unchecked.
 *
 * @param unit what it counts, in the plural; people when absent
 * @param action what happened to the people it counts, for instance RETURNED
 * @param periodicity day, week, month, quarter or year
 * @param direction up when high values are bad (the default), down when low ones are
 * @param gaps unknown (the default) or zero
 */
@Schema(name = "IndicatorRequest")
record IndicatorRequest(
        @Nullable String id,
        @Nullable String title,
        @Nullable String unit,
        @Nullable String category,
        @Nullable String country,
        @Nullable String action,
        @Nullable String url,
        @Nullable Publisher source,
        @Nullable String periodicity,
        @Nullable String direction,
        @Nullable String gaps,
        @Nullable List<@Nullable ThresholdForm> thresholds,
        @Nullable Boolean enabled) {

    private static final int LINE_LIMIT = 200;
    private static final int MOST_THRESHOLDS = 20;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Who publishes it. */
    @Schema(name = "IndicatorSource")
    record Publisher(@Nullable String id, @Nullable String name) {}

    /** Notes what is wrong with the id. */
    String checkedId(FieldErrors errors) {
        errors.require(
                id != null && id.matches("[a-z0-9][a-z0-9-]{0,99}"),
                "/id",
                "The id is made of lower-case letters, digits and -.");
        return String.valueOf(id);
    }

    Pusher checkedSource(FieldErrors errors) {
        String name = source == null || source.name() == null ? "" : PlainText.line(source.name());
        String given = source == null || source.id() == null ? "" : PlainText.line(source.id());
        errors.require(!name.isEmpty(), "/source/name", "An indicator needs the name of its source.");
        errors.require(name.length() <= LINE_LIMIT, "/source/name", "It is longer than 200 characters.");
        errors.require(given.length() <= LINE_LIMIT, "/source/id", "It is longer than 200 characters.");
        return new Pusher(name, given.isEmpty() ? null : given);
    }

    /** @return of no use when errors were noted */
    Indicator.Details check(FieldErrors errors) {
        Periodicity rhythm = one(Periodicity.class, periodicity, null, "/periodicity", errors);
        return new Indicator.Details(
                line(title, null, "/title", errors),
                line(unit, "people", "/unit", errors),
                checkedCategory(errors),
                checkedCountry(errors),
                action == null || action.isBlank()
                        ? null
                        : one(Action.class, action, null, "/action", errors).name(),
                checkedUrl(errors),
                rhythm,
                one(Direction.class, direction, Direction.UP, "/direction", errors),
                one(Gaps.class, gaps, Gaps.UNKNOWN, "/gaps", errors),
                checkedThresholds(rhythm, errors),
                enabled == null || enabled);
    }

    private String checkedCategory(FieldErrors errors) {
        errors.require(
                category != null && category.matches("[A-Z][A-Z_]{2,49}"),
                "/category",
                "The category is made of capital letters and _, such as MASS_DEPORTATION.");
        return String.valueOf(category);
    }

    private @Nullable String checkedCountry(FieldErrors errors) {
        if (country == null || country.isBlank()) {
            return null;
        }
        String code = country.strip().toUpperCase(Locale.ROOT);
        errors.require(COUNTRIES.contains(code), "/country", "The country must be an ISO 3166-1 alpha-2 code.");
        return code;
    }

    private @Nullable String checkedUrl(FieldErrors errors) {
        if (url == null || url.isBlank()) {
            return null;
        }
        Optional<URI> address = CanonicalUrl.parse(url);
        errors.require(address.isPresent(), "/url", "The address must be an absolute http or https URL.");
        return address.map(URI::toString).orElse(null);
    }

    private List<Threshold> checkedThresholds(Periodicity rhythm, FieldErrors errors) {
        List<@Nullable ThresholdForm> given = thresholds == null ? List.of() : thresholds;
        errors.require(given.size() <= MOST_THRESHOLDS, "/thresholds", "There may be 20 at most.");
        List<Threshold> checked = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < Math.min(given.size(), MOST_THRESHOLDS); i++) {
            ThresholdForm form = given.get(i);
            if (form == null) {
                errors.add("/thresholds/" + i, "It must be an object.");
                continue;
            }
            Threshold threshold = form.check("/thresholds/" + i, rhythm, errors);
            errors.require(ids.add(threshold.id()), "/thresholds/" + i + "/id", "Another threshold has this id.");
            checked.add(threshold);
        }
        return checked;
    }

    private static String line(@Nullable String raw, @Nullable String fallback, String pointer, FieldErrors errors) {
        String line = raw == null ? "" : PlainText.line(raw);
        errors.require(line.length() <= LINE_LIMIT, pointer, "It is longer than 200 characters.");
        errors.require(!line.isEmpty() || fallback != null, pointer, "It must not be empty.");
        return line.isEmpty() && fallback != null ? fallback : line;
    }

    private static <E extends Enum<E>> E one(
            Class<E> type, @Nullable String raw, @Nullable E fallback, String pointer, FieldErrors errors) {
        E[] known = type.getEnumConstants();
        if ((raw == null || raw.isBlank()) && fallback != null) {
            return fallback;
        }
        Optional<E> value = Arrays.stream(known)
                .filter(constant -> raw != null && constant.name().equalsIgnoreCase(raw.strip()))
                .findFirst();
        String names = Arrays.toString(known);
        errors.require(
                value.isPresent(),
                pointer,
                "It must be one of %s.".formatted(type == Action.class ? names : names.toLowerCase(Locale.ROOT)));
        return value.orElse(known[0]);
    }
}
