package org.tocsin.monitor.observation;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of tables. "1,234" is a thousand to some and little more than one to others: nobody is to guess. */
final class PlainNumber {

    private static final Pattern SHAPE =
            Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,3})?");

    private PlainNumber() {}

    /** The number, or nothing when it is none, NaN and infinity among them. */
    static Optional<Double> read(String text) {
        String plain = text.strip();
        if (!SHAPE.matcher(plain).matches()) {
            return Optional.empty();
        }
        return Optional.of(Double.valueOf(plain)).filter(Double::isFinite);
    }
}
