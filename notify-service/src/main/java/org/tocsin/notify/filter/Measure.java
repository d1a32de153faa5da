package org.tocsin.notify.filter;

import java.math.BigDecimal;
import java.util.Locale;

import org.tocsin.notify.alert.Band;

/** A number that an alert has. */
public sealed interface Measure {

    /** Severity, 0 to 100. */
    Measure SEVERITY = new Plain("severity");
    /** Confidence, 0 to 1. */
    Measure CONFIDENCE = new Plain("confidence");
    /** Severity band, by its rank. */
    Measure BAND = new BandRank();

    /** The largest current figure of an action. */
    static Measure figure(String action) {
        return new FigureOf(action.toUpperCase(Locale.ROOT));
    }

    /** Its name in an expression. */
    String text();

    /** A value of it as people write it. */
    default String show(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A number that every alert has. */
    record Plain(String text) implements Measure {}

    /** The band, written by its name. */
    record BandRank() implements Measure {

        @Override
        public String text() {
            return "band";
        }

        @Override
        public String show(double value) {
            return Band.values()[(int) value].name();
        }
    }

    /** Largest current figure of people of whom something is told. */
    record FigureOf(String action) implements Measure {

        @Override
        public String text() {
            return "figure." + action;
        }
    }
}
