package org.tocsin.notify.filter;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.tocsin.notify.alert.AlertSnapshot;

/** What filters can ask about an alert, looked up once for all filters. */
public final class AlertFacts {

    private final AlertSnapshot alert;
    private final Map<WordField, List<String>> words = new EnumMap<>(WordField.class);
    private final Map<String, Long> figures = new HashMap<>();

    private AlertFacts(AlertSnapshot alert) {
        this.alert = alert;
        words.put(WordField.CATEGORY, List.of(alert.category()));
        words.put(WordField.COUNTRY, alert.countries());
        words.put(
                WordField.PLACE,
                distinct(alert.places().stream().flatMap(place -> Stream.of(place.name(), place.pcode()))));
        words.put(WordField.SOURCE, distinct(alert.reports().stream().map(AlertSnapshot.Report::source)));
        words.put(WordField.LANGUAGE, distinct(alert.reports().stream().map(AlertSnapshot.Report::language)));
        for (AlertSnapshot.Figure figure : alert.figures()) {
            Long size = figure.size();
            String action = figure.action();
            if (size != null && action != null && !figure.superseded()) {
                figures.merge(action, size, Math::max);
            }
        }
    }

    public static AlertFacts of(AlertSnapshot alert) {
        return new AlertFacts(alert);
    }

    List<String> words(WordField field) {
        return words.getOrDefault(field, List.of());
    }

    OptionalDouble number(Measure measure) {
        if (measure instanceof Measure.FigureOf figure) {
            Long size = figures.get(figure.action());
            return size == null ? OptionalDouble.empty() : OptionalDouble.of(size);
        }
        if (measure instanceof Measure.BandRank) {
            return OptionalDouble.of(alert.band().ordinal());
        }
        return OptionalDouble.of(measure.equals(Measure.SEVERITY) ? alert.severity() : alert.confidence());
    }

    private static List<String> distinct(Stream<String> values) {
        return values.filter(Objects::nonNull).distinct().toList();
    }
}
