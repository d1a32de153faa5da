package org.tocsin.notify.filter;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which alerts a subscriber wants: those that every condition present holds for. Empty lists and nulls ask nothing, so
 * an empty filter wants all alerts.
 *
 * @param categories any of these
 * @param countries ISO 3166-1 alpha-2, any of these
 * @param places names or P-codes, any of these
 * @param minSeverity 0 to 100
 * @param minConfidence 0 to 1
 * @param sources names of sources, at least one report of any of these
 * @param expression in the grammar of {@link ExpressionParser}
 */
public record Filter(
        List<String> categories,
        List<String> countries,
        List<String> places,
        @Nullable Integer minSeverity,
        @Nullable Double minConfidence,
        @Nullable Figure figure,
        List<String> sources,
        @Nullable String expression) {

    /** Wants every alert. */
    public static final Filter EVERYTHING =
            new Filter(List.of(), List.of(), List.of(), null, null, null, List.of(), null);

    public Filter {
        categories = copy(categories);
        countries = copy(countries);
        places = copy(places);
        sources = copy(sources);
    }

    /** At least so many people of whom the action is told. */
    public record Figure(String action, long min) {}

    /**
     * The filter as one condition.
     *
     * @throws ExpressionException when the expression cannot be understood
     */
    public Condition condition() {
        List<Condition> parts = new ArrayList<>();
        addWords(parts, WordField.CATEGORY, categories);
        addWords(parts, WordField.COUNTRY, countries);
        addWords(parts, WordField.PLACE, places);
        if (minSeverity != null) {
            parts.add(new Condition.Compare(Measure.SEVERITY, Operator.AT_LEAST, minSeverity));
        }
        if (minConfidence != null) {
            parts.add(new Condition.Compare(Measure.CONFIDENCE, Operator.AT_LEAST, minConfidence));
        }
        if (figure != null) {
            parts.add(new Condition.Compare(Measure.figure(figure.action()), Operator.AT_LEAST, figure.min()));
        }
        addWords(parts, WordField.SOURCE, sources);
        if (expression != null && !expression.isBlank()) {
            parts.add(ExpressionParser.parse(expression));
        }
        return new Condition.All(parts);
    }

    private static void addWords(List<Condition> parts, WordField field, List<String> wanted) {
        if (!wanted.isEmpty()) {
            parts.add(new Condition.OneOf(field, wanted));
        }
    }

    private static List<String> copy(@Nullable List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
