package org.tocsin.monitor.figure;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Finds the numbers of people in a sentence, before anything is known of what happened to them. */
final class CandidateReader {

    private static final int PART_REACH = 7;
    private static final int OLDEST = 110;
    private static final List<String> PLURALS = List.of("lar", "ler");

    private final Sentence sentence;
    private final NumeralReader numerals;
    private final QuantityReader quantities;
    private final CountedReader counted;

    CandidateReader(Sentence sentence) {
        this.sentence = sentence;
        this.numerals = new NumeralReader(sentence);
        this.quantities = new QuantityReader(sentence, numerals);
        this.counted = new CountedReader(sentence);
    }

    /** Whether the sentence can hold a figure at all. */
    boolean hasNumber() {
        for (int i = 0; i < sentence.size(); i++) {
            if (numerals.mayBegin(i) || sentence.has(i, Role.SINGLE)) {
                return true;
            }
        }
        return false;
    }

    List<Candidate> read() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < sentence.size(); ) {
            int next = numerals.mayBegin(i) ? readNumber(i, candidates) : i;
            if (next == i) {
                next = readSingle(i, candidates);
            }
            i = Math.max(next, i + 1);
        }
        if (sentence.habits().caseEndings()) {
            new PartitiveReader(sentence).sort(candidates);
        }
        candidates.removeIf(candidate -> isWhole(candidate, candidates));
        markParts(candidates);
        return candidates;
    }

    /** "5,000 of the 40,000 residents": of how many a bare number is told. */
    private boolean isWhole(Candidate candidate, List<Candidate> candidates) {
        int index = candidates.indexOf(candidate);
        if (index == 0 || candidate.counted().action() != null) {
            return false;
        }
        Candidate share = candidates.get(index - 1);
        int between = share.to();
        boolean linked = share.counted().elliptical() && between < candidate.from();
        while (linked && between < candidate.from()) {
            linked = sentence.has(between, Role.LINK, Role.ARTICLE);
            between = sentence.after(between);
        }
        return linked;
    }

    private int readNumber(int at, List<Candidate> candidates) {
        Quantity quantity = quantities.read(at);
        if (quantity == null) {
            return readArticle(at, candidates);
        }
        Counted people = counted.read(quantity.number(), quantity.to());
        if (people == null && sentence.habits().caseEndings() && sentence.has(quantity.to(), Role.AGE)) {
            return readAged(at, sentence.after(quantity.to()), candidates);
        }
        if (people != null && quantity.isOne() && speaks(quantity.from(), people.to())) {
            return people.to();
        }
        boolean bare = people != null && people.elliptical();
        if (bare
                && (needsNoun(quantity)
                        || isArticle(quantity)
                        || isYear(quantity)
                        || !candidates.isEmpty() && isPredicate(quantity))) {
            return quantity.to();
        }
        if (isFormer(quantity) || isOrdinal(quantity) || isNone(quantity) || bare && isAge(quantity)) {
            return quantity.to();
        }
        if (people != null) {
            Candidate candidate = new Candidate(quantity, people, false);
            candidates.add(candidate);
            return candidate.to();
        }
        return quantity.to();
    }

    /** A word that is a number only before a noun: the Urdu word for eighty is also "this very". */
    private boolean needsNoun(Quantity quantity) {
        Sense cardinal = sentence.sense(quantity.number(), Role.CARDINAL);
        return cardinal != null && cardinal.is("NOUN") && sentence.after(quantity.number()) == quantity.to();
    }

    /** "Selon un bilan": no number where the word is an article as well and neither a verb nor a mark follows. */
    private boolean isArticle(Quantity quantity) {
        int next = quantity.to();
        boolean stands = next < sentence.size() && sentence.digits(next) != null || isFree(next);
        return quantity.isOne() && sentence.has(quantity.number(), Role.ARTICLE) && !stands;
    }

    /** Whether no noun begins here. */
    private boolean isFree(int at) {
        return at >= sentence.size()
                || sentence.token(at).kind() == Token.Kind.MARK
                || sentence.has(at, Role.AUXILIARY, Role.FUNCTION)
                || isDeed(at);
    }

    private static Counted named(int to) {
        return new Counted(Unit.PERSON, to, to, to, null, null, false, false, false);
    }

    /** "Of the 310, 45 were women": what they are, not what happened to them. */
    private boolean isPredicate(Quantity quantity) {
        int noun = quantity.to();
        if (!sentence.has(noun, Role.AUXILIARY)) {
            return false;
        }
        do {
            noun = sentence.after(noun);
        } while (sentence.has(noun, Role.ARTICLE, Role.LINK));
        return sentence.has(noun, Role.PERSON) && !sentence.has(noun, Role.CASUALTY);
    }

    /** "Rose from 12 to 19": twelve is no longer true. */
    private boolean isFormer(Quantity quantity) {
        return sentence.hasWith(sentence.before(quantity.from()), Role.BETWEEN, "CHANGE");
    }

    /** "The man, 34, …", "(34)", "women aged 19, 24 and 31". */
    private boolean isAge(Quantity quantity) {
        int before = quantity.from() - 1;
        Long value = quantity.value();
        boolean plain = value != null
                && value < OLDEST
                && quantity.to() == quantity.from() + 1
                && sentence.digits(quantity.from()) != null;
        if (!plain) {
            return false;
        }
        boolean commas = sentence.isMark(before, ',') && sentence.isMark(quantity.to(), ',');
        boolean brackets = sentence.isMark(before, '(') && sentence.isMark(quantity.to(), ')');
        if ((commas || brackets) && sentence.isWord(before - 1)) {
            return true;
        }
        while (before > 0 && (sentence.isMark(before, ',') || sentence.has(before, Role.AND) || isShort(before))) {
            before--;
        }
        return before < quantity.from() - 1 && sentence.has(before, Role.AGE)
                || sentence.has(sentence.before(before), Role.AGE) && before < quantity.from() - 1;
    }

    private boolean isShort(int at) {
        Digits digits = sentence.digits(at);
        return digits != null && digits.value() < OLDEST;
    }

    /** "Die 33. Maßnahme", "33. maddesi". */
    private boolean isOrdinal(Quantity quantity) {
        int stop = quantity.to();
        return sentence.habits().ordinalDots()
                && sentence.digits(stop - 1) != null
                && sentence.isMark(stop, '.')
                && sentence.token(stop).glued()
                && sentence.isWord(stop + 1)
                && !sentence.token(stop + 1).glued()
                && !sentence.token(stop + 1).capital();
    }

    /** "None of the 40 passengers". */
    private boolean isNone(Quantity quantity) {
        int at = sentence.before(quantity.from());
        while (at >= 0 && sentence.has(at, Role.LINK, Role.ARTICLE)) {
            at = sentence.before(at);
        }
        return at >= 0 && at < sentence.before(quantity.from()) && sentence.has(at, Role.NOT);
    }

    /** "The deportation of 1755". */
    private boolean isYear(Quantity quantity) {
        Digits digits = sentence.digits(quantity.number());
        Long value = quantity.value();
        return digits != null
                && digits.shape() == Digits.Shape.PLAIN
                && quantity.to() == quantity.number() + 1
                && value != null
                && value >= 1500
                && value < 1900
                && sentence.has(quantity.from() - 1, Role.LINK, Role.FUNCTION);
    }

    private boolean speaks(int from, int to) {
        int next = sentence.has(to, Role.FUNCTION) ? sentence.after(to) : to;
        return sentence.has(next, Role.SPEECH) || sentence.has(from - 1, Role.SPEECH);
    }

    private int readArticle(int at, List<Candidate> candidates) {
        if (!sentence.has(at, Role.ARTICLE)) {
            return at;
        }
        int noun = afterAge(sentence.after(at));
        Counted person = counted.read(at, noun);
        if (person != null && person.elliptical() && noun > sentence.after(at) && isFree(noun)) {
            // "A 19-year-old was shot": the age stands for the person.
            candidates.add(new Candidate(one(at, noun), named(noun), true));
            return noun;
        }
        if (person == null || person.elliptical() || person.unit() == Unit.HOUSEHOLD || person.to() > noun + 5) {
            return at;
        }
        candidates.add(new Candidate(one(at, noun), person, true));
        return person.to();
    }

    /** "19 yaşındaki genç": one person, if no article and no plural follow. */
    private int readAged(int at, int noun, List<Candidate> candidates) {
        Counted person = counted.read(noun, noun);
        boolean one = person != null
                && !person.elliptical()
                && PLURALS.stream().noneMatch(sentence.token(person.to() - 1).form()::contains);
        if (!one || person == null) {
            return noun;
        }
        candidates.add(new Candidate(one(at, noun), person, true));
        return person.to();
    }

    /** "A 19-year-old man": what stands between the article and the noun. */
    private int afterAge(int at) {
        if (at >= sentence.size() || sentence.digits(at) == null) {
            return at;
        }
        int word = at + 1;
        while (word < sentence.size() && sentence.isDash(word)) {
            word++;
        }
        return sentence.has(word, Role.AGE) ? sentence.after(word) : at;
    }

    private int readSingle(int at, List<Candidate> candidates) {
        if (!sentence.has(at, Role.SINGLE)) {
            return at;
        }
        Counted person = counted.read(at, at);
        if (person == null) {
            return at;
        }
        candidates.add(new Candidate(one(at, at), person, true));
        return person.to();
    }

    private static Quantity one(int from, int to) {
        return new Quantity(from, to, from, 1L, 1L, 1L, Quantifier.EXACT);
    }

    /** "81 Afghans, including 12 women and 5 children": the parts are in the total already. */
    private void markParts(List<Candidate> candidates) {
        Candidate previous = null;
        for (Candidate candidate : candidates) {
            boolean ofTotal = follows(candidate);
            if (ofTotal && totalOf(candidate, candidates) == null) {
                candidate.markShare();
            } else if (ofTotal || previous != null && continuesList(previous, candidate)) {
                candidate.markPart();
            } else if (isFollowed(candidate)) {
                candidate.markShare();
            } else if (isBase(candidate)) {
                candidate.markBase();
            }
            previous = candidate;
        }
    }

    private boolean follows(Candidate candidate) {
        for (int i = candidate.from() - 1; i >= 0 && i >= candidate.from() - PART_REACH; i--) {
            if (sentence.hasWith(i, Role.PART, null)) {
                return true;
            }
            if (sentence.habits().verbsLast() && sentence.hasWith(i, Role.PART, "AFTER")) {
                // "Aralarında hastaların da bulunduğu 4 bin yolcu": the part is over.
                return false;
            }
            boolean number = sentence.digits(i) != null && !sentence.isTaken(i);
            boolean far = i < candidate.from() - 4;
            if (number || far && (sentence.has(i, Role.CLAUSE, Role.NEUTRAL) || isDeed(i))) {
                return false;
            }
        }
        return false;
    }

    private boolean isDeed(int i) {
        return sentence.has(i, Role.VERB, Role.PASSIVE) || sentence.has(i, Role.EITHER, Role.CARRY);
    }

    /** A sentence or clause that begins with "of the 500 migrants". */
    private boolean isBase(Candidate candidate) {
        int at = candidate.from() - 1;
        while (at >= 0 && (sentence.has(at, Role.LINK, Role.PART) || !sentence.has(at, Role.TO) && isInside(at))) {
            at--;
        }
        return at < candidate.from() - 1 && (at < 0 || sentence.token(at).kind() == Token.Kind.MARK);
    }

    /** A later word of a phrase such as "of the". */
    private boolean isInside(int at) {
        return at > 0 && sentence.isWord(at) && sentence.after(at - 1) > at;
    }

    private boolean isFollowed(Candidate candidate) {
        for (int i = candidate.to(); i < sentence.size() && i < candidate.to() + 3; i++) {
            if (sentence.token(i).kind() == Token.Kind.MARK
                    && !sentence.habits().verbsLast()) {
                return false;
            }
            if (sentence.hasWith(i, Role.PART, "AFTER")) {
                return true;
            }
        }
        return false;
    }

    private boolean continuesList(Candidate previous, Candidate candidate) {
        if (!previous.isPart() || candidate.from() - previous.to() > 3) {
            return false;
        }
        for (int i = previous.to(); i < candidate.from(); i++) {
            boolean list = sentence.has(i, Role.AND) || sentence.isMark(i, ',') || sentence.isMark(i, '،');
            if (!list) {
                return false;
            }
        }
        return true;
    }

    /** The first total before a part, null if there is none in the sentence. */
    static @Nullable Candidate totalOf(Candidate part, List<Candidate> candidates) {
        Candidate total = null;
        for (Candidate candidate : candidates) {
            if (candidate == part) {
                return total;
            }
            if (!candidate.isPart()) {
                total = candidate;
            }
        }
        return total;
    }
}
