package org.tocsin.monitor.figure;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.figure.Digits.Shape;

/** Reads one number that begins at a token: digits, words, or digits with words. */
final class NumeralReader {

    /** More people than there are. */
    private static final double TOO_MANY = 9e9;

    private final Sentence sentence;

    NumeralReader(Sentence sentence) {
        this.sentence = sentence;
    }

    /** The number at the token, null if none begins there. */
    @Nullable
    Numeral read(int from) {
        return read(from, true);
    }

    /** @param withAnd whether "and" may join the parts; not after "between", where it separates two numbers */
    @Nullable
    Numeral read(int from, boolean withAnd) {
        Numeral vague = vague(from);
        if (vague != null) {
            return vague;
        }
        if (argued(from, Role.FRACTION, "PLUS")) {
            return more(from);
        }
        NumeralSum sum = new NumeralSum(sentence.habits());
        int end = from;
        int at = from;
        boolean article = sentence.has(from, Role.ARTICLE) && !sentence.has(from, Role.CARDINAL);
        if (article) {
            at = sentence.after(from);
            if (!sentence.has(at, Role.MULTIPLIER, Role.FRACTION)) {
                return null;
            }
        }
        boolean rough = false;
        boolean connected = false;
        while (at < sentence.size() && (withAnd || at == from || !sentence.isJoined(at))) {
            int next = add(sum, at);
            if (next > at) {
                rough |= sentence.has(at, Role.MULTIPLIER) && argued(at, Role.MULTIPLIER, "ROUGH");
                at = next;
                end = next;
                connected = false;
            } else if (!connected && !sum.isEmpty() && (withAnd && sentence.has(at, Role.AND) || joins(at))) {
                at = afterConnector(at);
                connected = true;
                // "one and a half million", "a million and a half".
                if (sentence.has(at, Role.ARTICLE) && sentence.has(sentence.after(at), Role.FRACTION)) {
                    at = sentence.after(at);
                }
            } else {
                break;
            }
        }
        return sum.isEmpty() || sum.value() > TOO_MANY || unfinishedFraction(sum)
                ? null
                : new Numeral(from, end, whole(sum.value()), whole(sum.value()), sum.soleMultiplier(), rough);
    }

    /** "ساڑھے 15 ہزار": a fraction of the multiplier more than the number says. */
    private @Nullable Numeral more(int from) {
        Sense part = sentence.sense(from, Role.FRACTION);
        Numeral number = read(sentence.after(from), false);
        if (part == null || number == null || number.multiplier() <= 1) {
            return null;
        }
        double value = number.low() + part.low() * number.multiplier();
        return new Numeral(from, number.to(), value, value, number.multiplier(), number.rough());
    }

    /** "And", a hyphen, or both: "vingt-et-un". */
    private int afterConnector(int at) {
        int next = sentence.after(at);
        if (sentence.isDash(at) && sentence.has(next, Role.AND) && sentence.isDash(sentence.after(next))) {
            return sentence.after(next) + 1;
        }
        return next;
    }

    /** The hyphen of "twenty-three", but not that of a range. */
    private boolean joins(int at) {
        return sentence.isDash(at)
                && sentence.token(at).glued()
                && sentence.isWord(at + 1)
                && sentence.token(at + 1).glued()
                && sentence.isWord(at - 1);
    }

    private static boolean unfinishedFraction(NumeralSum sum) {
        return Math.abs(sum.value() - Math.rint(sum.value())) > 1e-6;
    }

    private static double whole(double value) {
        return Math.rint(value);
    }

    private boolean argued(int at, Role role, String argument) {
        Sense sense = sentence.sense(at, role);
        return sense != null && sense.is(argument);
    }

    /** Adds what stands at the token; returns the token after it, or the same one if it does not fit. */
    private int add(NumeralSum sum, int at) {
        Digits digits = sentence.digits(at);
        if (digits != null) {
            return addDigits(sum, at, digits) ? at + 1 : at;
        }
        if (!sentence.isWord(at) || sentence.isTaken(at)) {
            return at;
        }
        if (addSense(sum, at)) {
            return sentence.after(at);
        }
        if (sentence.senses(at).length > 0 && !sentence.habits().compounds()) {
            return at;
        }
        return addCompound(sum, sentence.token(at).form()) ? at + 1 : at;
    }

    private boolean addSense(NumeralSum sum, int at) {
        for (Sense sense : sentence.senses(at)) {
            boolean added =
                    switch (sense.role()) {
                        case CARDINAL -> !isSingular(at, sense) && sum.addWord(sense.low());
                        case MULTIPLIER -> multiplierFits(sum, at, sense) && sum.multiply(sense.low());
                        case FRACTION -> fractionFits(sum, at) && sum.addFraction(sense.low());
                        default -> false;
                    };
            if (added) {
                return true;
            }
        }
        return false;
    }

    /** "مليونا و200 ألف": one million; without more to come the same word says two. */
    private boolean isSingular(int at, Sense sense) {
        int next = sentence.after(at);
        return sense.low() >= 1000
                && sentence.has(at, Role.MULTIPLIER)
                && next < sentence.size()
                && (sentence.isJoined(next) || sentence.has(next, Role.AND));
    }

    /** "k", "m" and "L" multiply only where they touch the digits. */
    private boolean multiplierFits(NumeralSum sum, int at, Sense sense) {
        boolean glued = sentence.token(at).glued() && sentence.digits(at - 1) != null;
        return !sense.is("GLUED") || glued && !sum.isEmpty();
    }

    /** Before a multiplier ("half a million"), or after one ("one and a half million", "یک میلیون و نیم"). */
    private boolean fractionFits(NumeralSum sum, int at) {
        int next = sentence.after(at);
        if (sentence.isDash(next)) {
            next++;
        }
        return sentence.has(next, Role.MULTIPLIER) || !sum.isEmpty() && !sum.groupIsOpen();
    }

    private boolean addDigits(NumeralSum sum, int at, Digits digits) {
        if (sentence.isTaken(at)) {
            return false;
        }
        Sense next = sentence.sense(at + 1, Role.MULTIPLIER);
        boolean multiplied = next != null && next.low() >= 1000;
        return switch (digits.shape()) {
            case PLAIN -> sum.addDigits(digits.value());
            case GROUPED -> {
                boolean decimal = multiplied
                        && !Double.isNaN(digits.decimal())
                        && digits.separator() == sentence.habits().decimalPoint();
                yield sum.addDigits(decimal ? digits.decimal() : digits.value());
            }
            case DECIMAL, SLASHED -> multiplied && sum.addDigits(digits.value());
            case DATE, CODE -> false;
        };
    }

    private boolean addCompound(NumeralSum sum, String form) {
        List<Sense> pieces = sentence.lexicon().split(form);
        if (pieces.isEmpty() || !sum.isEmpty() && sum.groupIsOpen()) {
            return false;
        }
        for (Sense piece : pieces) {
            boolean added =
                    switch (piece.role()) {
                        case CARDINAL -> sum.addWord(piece.low());
                        case MULTIPLIER -> sum.multiply(piece.low());
                        default -> true;
                    };
            if (!added) {
                return false;
            }
        }
        return true;
    }

    /** "Dozens", "tens of thousands", "several hundred", "a few thousand", "دو سه هزار". */
    private @Nullable Numeral vague(int from) {
        Sense vague = sentence.sense(from, Role.VAGUE);
        int after = sentence.after(from);
        if (vague != null) {
            return new Numeral(from, after, vague.low(), vague.high(), 1, true);
        }
        if (sentence.has(from, Role.FEW)) {
            Sense multiplier = sentence.sense(after, Role.MULTIPLIER);
            if (multiplier == null || multiplier.low() < 10) {
                return null;
            }
            double low = multiplier.low();
            int end = sentence.after(after);
            Sense second = sentence.sense(end, Role.MULTIPLIER);
            if (low == 100 && second != null) {
                low *= second.low();
                end = sentence.after(end);
            }
            return new Numeral(from, end, low * 2, low * 10 - 1, 1, true);
        }
        return sentence.habits().pairs() ? pair(from, after) : null;
    }

    private @Nullable Numeral pair(int from, int second) {
        double low = unit(from);
        double high = unit(second);
        if (low < 1 || high <= low || high > low + 2) {
            return null;
        }
        int end = sentence.after(second);
        Sense multiplier = sentence.sense(end, Role.MULTIPLIER);
        if (multiplier == null) {
            return new Numeral(from, end, low, high, 1, true);
        }
        return new Numeral(from, sentence.after(end), low * multiplier.low(), high * multiplier.low(), 1, true);
    }

    private double unit(int at) {
        Sense sense = sentence.sense(at, Role.CARDINAL);
        return sense != null && sense.low() < 10 && !sentence.isTaken(at) ? sense.low() : 0;
    }

    /** Whether a token may begin a number; a cheap test before anything else is tried. */
    boolean mayBegin(int at) {
        if (sentence.isTaken(at)) {
            return false;
        }
        Digits digits = sentence.digits(at);
        if (digits != null) {
            return digits.shape() != Shape.CODE && digits.shape() != Shape.DATE;
        }
        for (Sense sense : sentence.senses(at)) {
            switch (sense.role()) {
                case CARDINAL, MULTIPLIER, FRACTION, VAGUE, FEW, ARTICLE -> {
                    return true;
                }
                default -> {}
            }
        }
        return sentence.habits().compounds()
                && sentence.isWord(at)
                && sentence.senses(at).length == 0
                && !sentence.lexicon().split(sentence.token(at).form()).isEmpty();
    }
}
