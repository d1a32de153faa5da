package org.tocsin.alert.score;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * One part of the severity.
 *
 * @param component its name; docs/scoring.md has a section for each
 * @param points added to the severity; negative for plans
 * @param reason for readers
 * @param basis what the reason says, by name, for whoever words it in another language: numbers, truths and lists of codes
 */
public record ScoreComponent(String component, int points, String reason, Map<String, Object> basis) {

    /** A score that was kept before there was a basis has none. */
    public ScoreComponent(String component, int points, String reason, @Nullable Map<String, Object> basis) {
        this.component = component;
        this.points = points;
        this.reason = reason;
        var values = new TreeMap<String, Object>();
        if (basis != null) {
            basis.forEach((name, value) -> values.put(name, whole(value)));
        }
        this.basis = Collections.unmodifiableMap(values);
    }

    /** What comes back from JSON must equal what went in. */
    private static Object whole(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof List<?> list ? List.copyOf(list) : value;
    }
}
