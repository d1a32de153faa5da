package org.tocsin.monitor.figure;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * A number of people in a text, understood.
 *
 * <p>The model follows IDMC Helix (quantifier, unit, term) with the bounds made explicit. Which bounds are known
 * depends on the wording:
 *
 * <table>
 *   <caption>Bounds by wording</caption>
 *   <tr><th>wording</th><th>value</th><th>lower</th><th>upper</th><th>quantifier</th></tr>
 *   <tr><td>"81"</td><td>81</td><td>81</td><td>81</td><td>EXACT</td></tr>
 *   <tr><td>"about 500"</td><td>500</td><td>500</td><td>500</td><td>APPROXIMATELY</td></tr>
 *   <tr><td>"more than 29,000"</td><td>29000</td><td>29000</td><td>null</td><td>MORE_THAN</td></tr>
 *   <tr><td>"up to 3,000"</td><td>3000</td><td>null</td><td>3000</td><td>LESS_THAN</td></tr>
 *   <tr><td>"two to three thousand"</td><td>null</td><td>2000</td><td>3000</td><td>APPROXIMATELY</td></tr>
 *   <tr><td>"tens of thousands"</td><td>null</td><td>20000</td><td>99999</td><td>APPROXIMATELY</td></tr>
 * </table>
 *
 * @param value the number itself; null for ranges and vague words
 * @param lower the smallest number that the text allows, null if it sets none
 * @param upper the largest number that the text allows, null if it sets none
 * @param action what happened to these people
 * @param group who they are in the words of the text ("Afghan migrants"); null if it does not say
 * @param per the unit of time of a true rate, otherwise null
 * @param from first day of the period counted, inclusive, null if unknown
 * @param to last day of the period counted, inclusive, null if unknown
 * @param cumulative whether the text calls it a running total ("so far", "in total since")
 * @param quote the words that carry the figure: quantifier, number and what is counted
 * @param start UTF-16 offset of the quote in the text, inclusive
 * @param end UTF-16 offset of the quote in the text, exclusive
 */
public record Figure(
        @Nullable Long value,
        @Nullable Long lower,
        @Nullable Long upper,
        Quantifier quantifier,
        Unit unit,
        Action action,
        @Nullable String group,
        @Nullable Per per,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean cumulative,
        Status status,
        String quote,
        int start,
        int end) {

    public Figure {
        requireNonNull(quantifier, "quantifier");
        requireNonNull(unit, "unit");
        requireNonNull(action, "action");
        requireNonNull(status, "status");
        requireNonNull(quote, "quote");
        if (value == null && lower == null && upper == null) {
            throw new IllegalArgumentException("a figure needs a value or a bound");
        }
        if (lower != null && upper != null && lower > upper) {
            throw new IllegalArgumentException("the bounds are the wrong way round");
        }
        if (start < 0 || end - start != quote.length()) {
            throw new IllegalArgumentException("the offsets do not fit the quote");
        }
    }

    /** The same people, with what happened to them. */
    public Figure with(Action happened, Status state) {
        return new Figure(
                value,
                lower,
                upper,
                quantifier,
                unit,
                happened,
                group,
                per,
                from,
                to,
                cumulative,
                state,
                quote,
                start,
                end);
    }

    /** The number to hold against a threshold: what the text vouches for at least; 0 if it sets no lower bound. */
    public long atLeast() {
        return lower != null ? lower : 0;
    }

    /** The number to show or compare when one is needed: the value, else the lower bound, else the upper one. */
    public long magnitude() {
        if (value != null) {
            return value;
        }
        return lower != null ? lower : requireNonNull(upper);
    }
}
