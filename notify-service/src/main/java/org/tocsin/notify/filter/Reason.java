package org.tocsin.notify.filter;

import java.util.List;

/**
 * One condition of a filter held against one alert.
 *
 * @param field what was looked at: {@code country}, {@code severity}, {@code figure.DEPORTED}, …
 * @param operator {@code in} or a comparison, with {@code not } before it where the filter negates it
 * @param wanted the values the filter names
 * @param found the values the alert has; empty when it has none
 * @param holds whether the condition, negation included, is true
 */
public record Reason(String field, String operator, List<String> wanted, List<String> found, boolean holds) {

    public Reason {
        wanted = List.copyOf(wanted);
        found = List.copyOf(found);
    }

    /** In English, for instance {@code severity >= 50: true, it is 68}. */
    public String text() {
        String values = wanted.size() == 1 ? wanted.get(0) : "(" + String.join(", ", wanted) + ")";
        String has = found.isEmpty() ? "there is none" : "it is " + String.join(", ", found);
        return field + " " + operator + " " + values + ": " + holds + ", " + has;
    }

    Reason negated() {
        String turned = operator.startsWith("not ") ? operator.substring(4) : "not " + operator;
        return new Reason(field, turned, wanted, found, !holds);
    }
}
