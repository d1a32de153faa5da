package org.tocsin.monitor.figure;

/**
 * Adds up a number while its parts are read from left to right: groups below a thousand, each closed by a multiplier
 * ("two hundred three | thousand | four hundred"). Refuses a part that the number so far has no room for, so that two
 * numbers standing side by side stay two.
 */
final class NumeralSum {

    private final Habits habits;
    private double total;
    private double group;
    private boolean groupOpen;
    /** Parts below this still fit into the group. */
    private double room = Double.POSITIVE_INFINITY;

    private double lastAddend;
    private boolean lastWasUnit;
    private double lastMultiplier = Double.POSITIVE_INFINITY;
    /** The multiplier that a fraction was of; some languages name it again. */
    private double fractionOf;

    private double coefficient;
    private int multiplications;
    private boolean empty = true;

    NumeralSum(Habits habits) {
        this.habits = habits;
    }

    boolean isEmpty() {
        return empty;
    }

    boolean groupIsOpen() {
        return groupOpen;
    }

    double value() {
        return total + group;
    }

    /** The one multiplier of a number that is nothing but a coefficient and it, otherwise 1. */
    double soleMultiplier() {
        return multiplications == 1 && !groupOpen ? value() / coefficient : 1;
    }

    /** A number in digits fits only where no group has been begun, and below the last multiplier. */
    boolean addDigits(double value) {
        if (groupOpen || value >= lastMultiplier) {
            return false;
        }
        begin(value, 0);
        lastWasUnit = false;
        return true;
    }

    boolean addWord(double value) {
        if (value >= lastMultiplier || value == 0 && !empty) {
            return false;
        }
        if (value >= 1000 && !groupOpen) {
            // "ألفين", "مليونين": a dual is a group with its multiplier.
            double multiplier = value >= 1_000_000 ? 1_000_000 : 1000;
            coefficient = value / multiplier;
            total += value;
            close(multiplier);
            return true;
        }
        if (!groupOpen) {
            begin(value, roomAfter(value));
        } else if (value < room) {
            group += value;
            room = Math.min(room, roomAfter(value));
        } else if (habits.unitsFirst() && lastWasUnit && value >= 20 && value < 100 && value % 10 == 0) {
            group += value;
            room = 0;
        } else {
            return false;
        }
        lastAddend = value;
        lastWasUnit = value < 10;
        return true;
    }

    private double roomAfter(double value) {
        if (habits.vigesimal() && (value == 60 || value == 80)) {
            return 20;
        }
        if (value >= 100) {
            return value % 1000 == 0 ? 1000 : 100;
        }
        return value >= 10 && value % 10 == 0 ? 10 : 0;
    }

    /** A multiplier closes the group; a hundred only multiplies the units in it. */
    boolean multiply(double multiplier) {
        if (multiplier < 1000) {
            return multiplySmall(multiplier);
        }
        if (multiplier == fractionOf) {
            // "مليون ونصف المليون": a million and half of the million.
            fractionOf = 0;
            return true;
        }
        if (multiplier < lastMultiplier) {
            if (!groupOpen && !empty && total > 0 && lastMultiplier < Double.POSITIVE_INFINITY) {
                return false;
            }
            coefficient = groupOpen ? group : 1;
            total += coefficient * multiplier;
        } else if (!groupOpen && total > 0 && multiplier > lastMultiplier) {
            // "mil millones", "هزار میلیارد": a multiplied multiplier.
            total *= multiplier;
        } else {
            return false;
        }
        close(multiplier);
        return true;
    }

    private boolean multiplySmall(double multiplier) {
        double units = groupOpen ? group : 1;
        if (multiplier >= lastMultiplier) {
            return false;
        }
        if (groupOpen && (units >= multiplier || units <= 0)) {
            // "two thousand three hundred": only the last word is multiplied when the group allows no more.
            return false;
        }
        begin(units * multiplier, multiplier);
        lastWasUnit = false;
        lastAddend = multiplier;
        return true;
    }

    /** Half of the last multiplier ("یک میلیون و نیم", "a million and a half"), or a fraction before one. */
    boolean addFraction(double fraction) {
        if (groupOpen) {
            if (group != Math.rint(group)) {
                return false;
            }
            group += fraction;
            room = 0;
            return true;
        }
        if (lastMultiplier < Double.POSITIVE_INFINITY) {
            total += fraction * lastMultiplier;
            fractionOf = lastMultiplier;
            lastMultiplier = 1;
            return true;
        }
        begin(fraction, 0);
        return true;
    }

    private void begin(double value, double newRoom) {
        group = value;
        groupOpen = true;
        room = newRoom;
        lastAddend = value;
        empty = false;
    }

    private void close(double multiplier) {
        group = 0;
        groupOpen = false;
        room = Double.POSITIVE_INFINITY;
        lastMultiplier = multiplier;
        multiplications++;
        empty = false;
        lastWasUnit = false;
    }

    double lastAddend() {
        return lastAddend;
    }
}
