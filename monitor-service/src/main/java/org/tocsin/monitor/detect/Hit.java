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
        if (other.last < first) {
            return first - other.last - 1;
        }
        if (other.first > last) {
            return other.first - last - 1;
        }
        boolean inside = other.first > first && other.last < last || first > other.first && last < other.last;
        return inside ? 0 : -1;
    }
}
