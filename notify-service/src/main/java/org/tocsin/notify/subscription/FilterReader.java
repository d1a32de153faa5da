package org.tocsin.notify.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.filter.ExpressionException;
import org.tocsin.notify.filter.ExpressionParser;
import org.tocsin.notify.filter.Filter;
import org.tocsin.platform.problem.ProblemException.FieldError;

/** Checks the filter of a request. */
final class FilterReader {

    private static final int MANY = 200;

    private final List<FieldError> errors;
    private final String at;

    /**
     * @param errors where to add what is wrong
     * @param at JSON pointer of the filter
     */
    FilterReader(List<FieldError> errors, String at) {
        this.errors = errors;
        this.at = at;
    }

    Filter read(SubscriptionBody.@Nullable FilterBody body) {
        if (body == null) {
            return Filter.EVERYTHING;
        }
        range("/minSeverity", body.minSeverity(), 100);
        range("/minConfidence", body.minConfidence(), 1);
        expression(body.expression());
        return new Filter(
                words("/categories", body.categories(), "[A-Z][A-Z0-9_]{0,63}", "a category such as MASS_DEPORTATION"),
                words("/countries", body.countries(), "[A-Z]{2}", "an ISO 3166-1 alpha-2 code such as AF"),
                words("/places", body.places(), ".{1,200}", "a name or P-code"),
                body.minSeverity(),
                body.minConfidence(),
                figure(body.figure()),
                words("/sources", body.sources(), ".{1,200}", "the name of a source"),
                body.expression());
    }

    private void range(String field, @Nullable Number value, double max) {
        if (value != null && !(value.doubleValue() >= 0 && value.doubleValue() <= max)) {
            wrong(field, "must be from 0 to " + (long) max);
        }
    }

    private void expression(@Nullable String expression) {
        if (expression != null && !expression.isBlank()) {
            try {
                ExpressionParser.parse(expression);
            } catch (ExpressionException e) {
                wrong("/expression", e.getMessage());
            }
        }
    }

    private Filter.@Nullable Figure figure(SubscriptionBody.@Nullable FigureBody body) {
        if (body == null) {
            return null;
        }
        String action = body.action();
        Long min = body.min();
        if (action == null || !action.matches("[A-Za-z_]{1,64}")) {
            wrong("/figure/action", "must be an action such as DEPORTED");
        } else if (min == null || min < 0) {
            wrong("/figure/min", "must be a number of people, 0 or more");
        } else {
            return new Filter.Figure(action.toUpperCase(Locale.ROOT), min);
        }
        return null;
    }

    private List<String> words(String field, @Nullable List<@Nullable String> values, String pattern, String expected) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > MANY) {
            wrong(field, "has at most " + MANY + " values");
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value == null || !value.matches(pattern)) {
                wrong(field + "/" + i, "must be " + expected);
            } else {
                words.add(value);
            }
        }
        return words;
    }

    private void wrong(String field, @Nullable String detail) {
        errors.add(new FieldError(at + field, detail == null ? "is wrong" : detail));
    }
}
