package org.tocsin.monitor.figure;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Reads the noun phrase behind a number and refuses what does not count people. */
final class CountedReader {

    private static final int LONGEST_PHRASE = 9;
    private static final int MOST_UNKNOWN_WORDS = 3;
    private static final int LONGEST_UNKNOWN_NOUN = 2;
    private static final String NO_COUNT_BEFORE = "$€£¥₹₨#§°";
    private static final String NO_COUNT_AFTER = "$€£¥₹₨%٪°‰";

    private static final List<String> INSTRUMENTAL = List.of("le", "la");

    private final Sentence sentence;

    CountedReader(Sentence sentence) {
        this.sentence = sentence;
    }

    /**
     * @param from the first token of the number
     * @param to the token after the number
     * @return null if the number does not count people
     */
    @Nullable
    Counted read(int from, int to) {
        if (isPrefixed(from) || isSuffixed(to)) {
            return null;
        }
        int unknown = 0;
        int group = -1;
        // "(19,576) violators": a number that stands in brackets by itself.
        int at = sentence.isMark(from - 1, '(') && sentence.isMark(to, ')') ? to + 1 : to;
        for (int steps = 0; steps < LONGEST_PHRASE && at < sentence.size(); steps++) {
            if (isHead(at)) {
                return phrase(group < 0 ? at : group, at);
            }
            if (beginsAge(at)) {
                at = sentence.after(at + 1);
                continue;
            }
            if (sentence.has(at, Role.THING) || sentence.has(at, Role.AGE, Role.TIME)) {
                return null;
            }
            if (isUnknownWord(at)) {
                unknown++;
                group = group < 0 ? at : group;
                if (unknown > MOST_UNKNOWN_WORDS) {
                    return null;
                }
            } else if (isAttribute(at)) {
                group = group < 0 ? at : group;
            } else if (!isSkipped(at)) {
                break;
            }
            at = sentence.after(at);
        }
        boolean joined = unknown > 0 && sentence.has(at, Role.AND) && isHead(sentence.after(at));
        if (joined) {
            return phrase(group, sentence.after(at));
        }
        if (unknown > 0 && !isLoneVerb(unknown, at)) {
            return unknownNoun(to, at, unknown);
        }
        return new Counted(Unit.PERSON, to, to, to, null, null, true, false, false);
    }

    /**
     * A people or trade that the lexicon does not know ("191,000 Tatars"). It needs its action as near as a number
     * without a noun does.
     */
    private @Nullable Counted unknownNoun(int from, int to, int words) {
        return sentence.habits().unknownNouns() && words <= LONGEST_UNKNOWN_NOUN
                ? new Counted(Unit.PERSON, from, from, to, null, null, true, false, false)
                : null;
    }

    /** Where the verb comes last, one unknown word between the number and the end of the clause is the verb. */
    private boolean isLoneVerb(int unknown, int at) {
        boolean ends = at >= sentence.size() || sentence.token(at).kind() == Token.Kind.MARK;
        return sentence.habits().verbsLast() && unknown == 1 && ends;
    }

    private boolean isPrefixed(int from) {
        int before = sentence.before(from);
        return sentence.hasWith(before, Role.THING, "BEFORE")
                || sentence.has(before, Role.AGE) && !isAge(before)
                || before >= 0
                        && sentence.token(before).kind() == Token.Kind.MARK
                        && NO_COUNT_BEFORE.indexOf(sentence.token(before).form().charAt(0)) >= 0;
    }

    /** "17 yaşındaki bir Suriyeli": the years stand before the word. */
    private boolean isAge(int at) {
        return at > 0 && sentence.digits(at - 1) != null;
    }

    private boolean isSuffixed(int to) {
        return to < sentence.size()
                && sentence.token(to).kind() == Token.Kind.MARK
                && NO_COUNT_AFTER.indexOf(sentence.token(to).form().charAt(0)) >= 0;
    }

    private boolean isHead(int at) {
        return sentence.has(at, Role.PERSON, Role.HOUSEHOLD)
                || sentence.has(at, Role.CASUALTY, Role.EVENT)
                || sentence.has(at, Role.SINGLE, Role.STAFF);
    }

    /** "A 19-year-old man". */
    private boolean beginsAge(int at) {
        return sentence.digits(at) != null && sentence.has(at + 1, Role.AGE);
    }

    private boolean isUnknownWord(int at) {
        return sentence.isWord(at) && sentence.senses(at).length == 0;
    }

    /** A participle before the noun: "81 deported Afghans". */
    private boolean isAttribute(int at) {
        boolean participle = sentence.has(at, Role.EITHER, Role.PASSIVE) || sentence.has(at, Role.NEUTRAL);
        int next = sentence.after(at);
        return participle && (isHead(next) || isUnknownWord(next) && isHead(sentence.after(next)));
    }

    private boolean isSkipped(int at) {
        return sentence.has(at, Role.LINK, Role.AFTER)
                || sentence.has(at, Role.RATE) && isHead(sentence.after(at))
                || "\"“”«»‘’„-".contains(sentence.token(at).form());
    }

    private @Nullable Counted phrase(int from, int head) {
        Unit unit = Unit.PERSON;
        Action action = null;
        int end = head;
        boolean adjective = true;
        boolean generic = true;
        boolean agents = false;
        boolean guests = false;
        while (end < sentence.size() && (isHead(end) || continues(end))) {
            if (sentence.has(end, Role.HOUSEHOLD)) {
                unit = Unit.HOUSEHOLD;
            }
            action = action != null ? action : actionOf(end);
            Sense person = sentence.sense(end, Role.PERSON);
            boolean bare = person != null && person.is("ADJECTIVE") && sentence.senses(end).length == 1;
            adjective &= bare;
            generic &= person != null && person.is("GENERIC");
            agents |= person != null && person.is("AGENT");
            guests |= sentence.hasWith(end, Role.PERSON, "GUEST");
            end = sentence.after(end);
        }
        if (isThing(end) && !generic || adjective && isUnknownWord(end)) {
            return null;
        }
        Sense after = sentence.sense(end, Role.AFTER);
        Quantifier hedge = after == null ? null : after.quantifier();
        if (after != null) {
            end = sentence.after(end);
        }
        return generic
                ? ofGroup(unit, end, action, hedge)
                : new Counted(unit, end, from, end, action, hedge, false, agents, guests);
    }

    /** "3,000 Afghan passports", "300 family homes": the last noun is what is counted. */
    private boolean isThing(int end) {
        Sense thing = sentence.sense(end, Role.THING);
        boolean taken = sentence.habits().verbsLast() && sentence.has(end, Role.PAPERS) && isSeized(end);
        boolean homeward = sentence.has(end, Role.BACK);
        return thing != null
                && !thing.is("BEFORE")
                && !homeward
                && !sentence.habits().headFirst()
                && !taken
                && !isInstrument(end);
    }

    /** "Göçmeni otobüslerle": by bus; the case ending says that it is not the buses that are counted. */
    private boolean isInstrument(int at) {
        String form = sentence.token(at).form();
        return sentence.habits().caseEndings() && INSTRUMENTAL.stream().anyMatch(form::endsWith);
    }

    /** "د ۳۵ کډوالو پاسپورټونه یې واخیستل": their papers were taken, it is the people who are counted. */
    private boolean isSeized(int papers) {
        for (int i = papers + 1; i < sentence.size(); i++) {
            if (sentence.has(i, Role.SEIZURE)) {
                return true;
            }
        }
        return false;
    }

    /** "Afghan border guards": an unknown word between two known ones, where the noun comes last. */
    private boolean continues(int at) {
        return !sentence.habits().headFirst() && !sentence.habits().verbsLast() && isUnknownWord(at) && isHead(at + 1);
    }

    private @Nullable Action actionOf(int at) {
        Sense casualty = sentence.sense(at, Role.CASUALTY);
        Sense found = casualty != null ? casualty : sentence.sense(at, Role.EVENT);
        return found == null ? null : found.action();
    }

    /** "300 people": the group is what follows, if anything does ("۳۰۰ نفر از مهاجران افغان"). */
    private Counted ofGroup(Unit unit, int end, @Nullable Action action, @Nullable Quantifier hedge) {
        int from = end;
        while (sentence.has(from, Role.LINK) && from < end + 2) {
            from = sentence.after(from);
        }
        int to = from;
        while (from > end && isHead(to)) {
            action = action != null ? action : actionOf(to);
            to = sentence.after(to);
        }
        return new Counted(unit, Math.max(end, to > from ? to : end), from, to, action, hedge, false, false, false);
    }
}
