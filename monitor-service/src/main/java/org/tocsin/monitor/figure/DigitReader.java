package org.tocsin.monitor.figure;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.figure.Digits.Shape;

/** Reads one number in digits of any script and any grouping, and tells counts from dates, times and codes. */
final class DigitReader {

    private static final int LONGEST = 15;

    private final CharSequence text;

    DigitReader(CharSequence text) {
        this.text = text;
    }

    /** Reads the number that begins at the offset, where a digit stands. */
    Digits read(int start) {
        int first = endOfRun(start);
        int length = first - start;
        if (length > LONGEST || belongsToWord(start)) {
            return code(start, endOfCode(first));
        }
        Digits other = timeOrDate(start, first);
        if (other != null) {
            return other;
        }
        Digits grouped = grouped(start, first);
        if (grouped != null) {
            return grouped;
        }
        Digits decimal = decimal(start, first);
        if (decimal != null) {
            return decimal;
        }
        if (length > 1 && digit(start) == 0) {
            return code(start, endOfCode(first));
        }
        return new Digits(number(start, first), Double.NaN, '\0', Shape.PLAIN, length, null, first);
    }

    /** "A320", "COVID-19", "F-16": a Latin letter right before, or before a hyphen. */
    private boolean belongsToWord(int start) {
        int before = start - 1;
        if (before > 0 && (text.charAt(before) == '-' || text.charAt(before) == '\u2011')) {
            before--;
        }
        return before >= 0 && Character.isLetter(text.charAt(before)) && text.charAt(before) < 0x250;
    }

    private @Nullable Digits timeOrDate(int start, int first) {
        char separator = at(first);
        if (digit(first + 1) < 0 || separator != ':' && separator != '/' && separator != '-' && separator != '.') {
            return null;
        }
        int second = endOfRun(first + 1);
        if (separator == ':') {
            return code(start, endOfCode(second));
        }
        if (at(second) == separator && digit(second + 1) >= 0) {
            return dateOrCode(start, first, second, separator);
        }
        if (separator == '/') {
            double value = number(start, first) + fraction(first + 1, second);
            return new Digits(value, Double.NaN, separator, Shape.SLASHED, second - start, null, second);
        }
        return null;
    }

    private @Nullable Digits dateOrCode(int start, int first, int second, char separator) {
        int third = endOfRun(second + 1);
        int a = (int) number(start, first);
        int b = (int) number(first + 1, second);
        int c = (int) number(second + 1, third);
        boolean yearFirst = first - start == 4 && b >= 1 && b <= 12 && c >= 1 && c <= 31;
        boolean yearLast = third - second == 5 && a >= 1 && a <= 31 && b >= 1 && b <= 12;
        if (yearFirst || yearLast) {
            List<Integer> calendar = yearFirst ? List.of(a, b, c) : List.of(c, b, a);
            return new Digits(0, Double.NaN, separator, Shape.DATE, third - start, calendar, third);
        }
        // "1.234.567" is a count; "3-4-2" and "1/2/3" are none.
        return separator == '.' ? null : code(start, endOfCode(third));
    }

    private @Nullable Digits grouped(int start, int first) {
        if (first - start > 3) {
            return null;
        }
        char separator = at(first);
        boolean space = isGroupSpace(separator);
        if (!space && ",.٬،'’".indexOf(separator) < 0) {
            return null;
        }
        List<Integer> ends = new ArrayList<>();
        int end = first;
        while (sameSeparator(separator, space, end) && digit(end + 1) >= 0) {
            int next = endOfRun(end + 1);
            int length = next - end - 1;
            if (length != 3 && (length != 2 || space)) {
                break;
            }
            ends.add(next);
            end = next;
        }
        if (ends.isEmpty()) {
            return spacedThousand(start, first);
        }
        return finishGroups(start, first, ends, separator, space);
    }

    /** Western groups of three, or Indian ones: groups of two and a last one of three. */
    private @Nullable Digits finishGroups(int start, int first, List<Integer> ends, char separator, boolean space) {
        int previous = first;
        boolean western = true;
        boolean indian = ends.size() > 1 && first - start <= 2;
        for (int i = 0; i < ends.size(); i++) {
            int length = ends.get(i) - previous - 1;
            western &= length == 3;
            indian &= length == (i == ends.size() - 1 ? 3 : 2);
            previous = ends.get(i);
        }
        int end = previous;
        boolean openEnded = digit(end) >= 0 || sameSeparator(separator, space, end) && digit(end + 1) >= 0 && !space;
        if (!western && !indian || openEnded) {
            return null;
        }
        double value = number(start, end);
        char point = at(end);
        if (ends.size() == 1 && !space && (point == '.' || point == ',') && point != separator && digit(end + 1) >= 0
                || ends.size() > 1 && (point == '.' || point == ',') && digit(end + 1) >= 0) {
            int last = endOfRun(end + 1);
            return new Digits(
                    value + fraction(end + 1, last), Double.NaN, point, Shape.DECIMAL, last - start, null, last);
        }
        double decimal = ends.size() == 1 && (separator == '.' || separator == ',')
                ? number(start, first) + fraction(first + 1, end)
                : Double.NaN;
        return new Digits(value, decimal, separator, Shape.GROUPED, end - start, null, end);
    }

    /** "61, 000": a slip of typing that no list of counts looks like. */
    private @Nullable Digits spacedThousand(int start, int first) {
        boolean comma = at(first) == ',' && at(first + 1) == ' ';
        if (!comma
                || digit(first + 2) != 0
                || digit(first + 3) != 0
                || digit(first + 4) != 0
                || digit(first + 5) >= 0) {
            return null;
        }
        return new Digits(number(start, first) * 1000, Double.NaN, ',', Shape.GROUPED, 6, null, first + 5);
    }

    private @Nullable Digits decimal(int start, int first) {
        char point = at(first);
        if (".,٫٬،".indexOf(point) < 0 || digit(first + 1) < 0) {
            return null;
        }
        int end = endOfRun(first + 1);
        double value = number(start, first) + fraction(first + 1, end);
        return new Digits(value, Double.NaN, point, Shape.DECIMAL, end - start, null, end);
    }

    private Digits code(int start, int end) {
        return new Digits(0, Double.NaN, '\0', Shape.CODE, end - start, null, end);
    }

    private int endOfCode(int from) {
        int end = from;
        while (digit(end) >= 0 || "/:-.".indexOf(at(end)) >= 0 && digit(end + 1) >= 0) {
            end++;
        }
        return end;
    }

    private boolean sameSeparator(char separator, boolean space, int index) {
        return space ? isGroupSpace(at(index)) : at(index) == separator;
    }

    private static boolean isGroupSpace(char character) {
        return character == ' '
                || character == '\u00A0'
                || character == '\u202F'
                || character == '\u2009'
                || character == '\u2007'
                || character == '\u2008';
    }

    private int endOfRun(int from) {
        int end = from;
        while (digit(end) >= 0) {
            end++;
        }
        return end;
    }

    private double number(int from, int to) {
        double value = 0;
        for (int i = from; i < to; i++) {
            int digit = digit(i);
            if (digit >= 0) {
                value = value * 10 + digit;
            }
        }
        return value;
    }

    private double fraction(int from, int to) {
        return number(from, to) / Math.pow(10, to - from);
    }

    private int digit(int index) {
        char character = at(index);
        if (character < 128) {
            return character >= '0' && character <= '9' ? character - '0' : -1;
        }
        return Character.digit(character, 10);
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }
}
