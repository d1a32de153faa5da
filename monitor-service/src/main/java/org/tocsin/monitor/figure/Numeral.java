package org.tocsin.monitor.figure;

/**
 * One number as read from digits, words or both, before hedges and ranges.
 *
 * @param from first token
 * @param to the token after the last
 * @param multiplier the multiplier if the number is just a coefficient and one multiplier ("3 thousand"), otherwise 1;
 *     the earlier end of a range may borrow it ("2 to 3 thousand")
 * @param rough whether the word itself is a rough one ("une centaine")
 */
record Numeral(int from, int to, double low, double high, double multiplier, boolean rough) {

    boolean vague() {
        return low != high;
    }

    Numeral times(double factor) {
        return new Numeral(from, to, low * factor, high * factor, multiplier * factor, rough);
    }
}
