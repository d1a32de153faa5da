package org.tocsin.alert.match;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What short texts were found to say. Names of places and groups come again and again, in each of the hundred
 * comparisons that a report takes and in the next report, and reading them costs more than all the rest.
 */
final class Remembered<V> {

    /** So many are not in use at a time; when there are more, it begins anew. */
    private static final int MOST = 10_000;

    private static final int LONGEST = 200;

    private final Map<String, V> known = new ConcurrentHashMap<>();
    private final Function<String, V> reading;

    Remembered(Function<String, V> reading) {
        this.reading = reading;
    }

    V of(String text) {
        if (text.length() > LONGEST) {
            return reading.apply(text);
        }
        V value = known.get(text);
        if (value == null) {
            value = reading.apply(text);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(text, value);
        }
        return value;
    }
}
