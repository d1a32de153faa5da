package org.tocsin.monitor.detect;

/**
 * A concept found in a text.
 *
 * @param concept the number of the concept
 * @param pattern the pattern that matched, as written
 * @param first its first word
 * @param last its last word
 */
record Hit(int concept, String pattern, int first, int last) {

    /** Words between this and another hit; 0 if they touch or one stands in a gap of the other, -1 if they overlap. */
    int distance(Hit other) {
        return distance(first, last, other.first, other.last);
    }

    static int distance(int first, int last, int otherFirst, int otherLast) {
        if (otherLast < first) {
            return first - otherLast - 1;
        }
        if (otherFirst > last) {
            return otherFirst - last - 1;
        }
        boolean inside = otherFirst > first && otherLast < last || first > otherFirst && last < otherLast;
        return inside ? 0 : -1;
    }
}
