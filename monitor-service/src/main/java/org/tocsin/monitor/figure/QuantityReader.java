package org.tocsin.monitor.figure;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Reads a number with its range and its hedges on both sides. */
final class QuantityReader {

    private static final Set<String> DATIVES = Set.of("yüze", "bine", "milyona", "milyara");

    private static final int COUNT_REACH = 8;

    private final Sentence sentence;
    private final NumeralReader numerals;

    QuantityReader(Sentence sentence, NumeralReader numerals) {
        this.sentence = sentence;
        this.numerals = numerals;
    }

    /** The quantity whose number begins at the token, null if none does. */
    @Nullable
    Quantity read(int at) {
        int before = sentence.before(at);
        Sense between = before >= 0 ? sentence.sense(before, Role.BETWEEN) : null;
        boolean change = between != null && between.is("CHANGE");
        if (between != null && !change) {
            Quantity range = range(numerals.read(at, false), before, true);
            if (range != null) {
                return range;
            }
        }
        Numeral numeral = numerals.read(at);
        if (numeral == null) {
            return null;
        }
        Quantity range = change ? null : range(numeral, at, false);
        return range != null ? range : hedged(numeral);
    }

    /** "2 to 3 thousand", "30 000 à 50 000", "between twenty and thirty". */
    private @Nullable Quantity range(@Nullable Numeral low, int from, boolean between) {
        if (low == null || low.to() + 1 >= sentence.size()) {
            return null;
        }
        int connector = low.to();
        boolean written = between && sentence.isJoined(connector);
        boolean joined = written
                || between && sentence.has(connector, Role.AND)
                || sentence.has(connector, Role.TO)
                || sentence.isDash(connector);
        if (!joined || sentence.isDash(connector) && isChain(connector)) {
            return null;
        }
        Numeral high = numerals.read(written ? connector : sentence.after(connector));
        if (high == null) {
            return null;
        }
        Numeral scaled = low;
        if (high.multiplier() > 1 && low.multiplier() == 1 && low.low() < high.low() / high.multiplier()) {
            scaled = low.times(high.multiplier());
        }
        if (scaled.low() >= high.high()) {
            return null;
        }
        Hedge before = before(from);
        int end = high.to();
        Sense after = sentence.sense(end, Role.AFTER);
        if (after != null) {
            end = sentence.after(end);
        } else if (sentence.has(end, Role.BETWEEN)) {
            // Postposed "between": "30 ile 50 arasında", "د ۳۰ او ۵۰ ترمنځ".
            end = sentence.after(end);
        }
        return Quantity.between(scaled, high, before.from(), end, null);
    }

    /** "1-2-3": a score, a telephone number, never a range. */
    private boolean isChain(int dash) {
        return sentence.isDash(dash + 2) && sentence.digits(dash + 3) != null
                || sentence.isDash(dash - 2) && sentence.digits(dash - 3) != null;
    }

    private Quantity hedged(Numeral numeral) {
        Hedge before = before(numeral.from());
        int end = numeral.to();
        Quantifier hedge = before.quantifier() != null ? before.quantifier() : ofCount(numeral.from());
        Sense after = sentence.sense(end, Role.AFTER);
        if (after != null) {
            hedge = stronger(hedge, isDative(numeral) ? Quantifier.LESS_THAN : after.quantifier());
            end = sentence.after(end);
        } else if (sentence.isMark(end, '+') && sentence.token(end).glued()) {
            hedge = Quantifier.MORE_THAN;
            end++;
        }
        return Quantity.of(numeral, before.from(), end, hedge);
    }

    /** "10 bine kadar" is up to ten thousand, "10 bin kadar" about as many. */
    private boolean isDative(Numeral numeral) {
        int last = numeral.to() - 1;
        Sense after = sentence.sense(numeral.to(), Role.AFTER);
        String form = sentence.token(last).form();
        return sentence.habits().caseEndings()
                && after != null
                && after.is("APPROXIMATELY")
                && sentence.has(last, Role.MULTIPLIER)
                && DATIVES.contains(form);
    }

    private record Hedge(int from, @Nullable Quantifier quantifier) {}

    private Hedge before(int number) {
        int from = number;
        Quantifier hedge = null;
        for (int steps = 0; steps < 3; steps++) {
            int start = sentence.before(from);
            if (start < 0) {
                break;
            }
            Sense sense = sentence.sense(start, Role.BEFORE);
            if (sense != null) {
                hedge = stronger(hedge, sense.quantifier());
            } else if (!sentence.has(start, Role.TOTAL) && !isSign(start)) {
                break;
            }
            from = start;
        }
        return hedge == null ? new Hedge(number, null) : new Hedge(from, hedge);
    }

    /** "تجاوز عدد المرحلين 800 ألف": where the verb comes first, what is counted stands between it and the number. */
    private @Nullable Quantifier ofCount(int number) {
        for (int i = number - 1; i >= 0 && i >= number - COUNT_REACH; i--) {
            if (sentence.digits(i) != null || !sentence.isWord(i) || sentence.has(i, Role.CLAUSE)) {
                return null;
            }
            Sense sense = sentence.sense(i, Role.BEFORE);
            if (sense != null) {
                int next = sentence.after(i);
                return !sentence.isJoined(next) && sentence.has(next, Role.COUNT, Role.EITHER)
                        ? sense.quantifier()
                        : null;
            }
        }
        return null;
    }

    private boolean isSign(int at) {
        return sentence.isMark(at, '~') || sentence.isMark(at, '≈');
    }

    /** "At least about 300" is at least 300. */
    private static @Nullable Quantifier stronger(@Nullable Quantifier one, @Nullable Quantifier other) {
        if (one == null || one == Quantifier.APPROXIMATELY) {
            return other != null ? other : one;
        }
        return one;
    }
}
