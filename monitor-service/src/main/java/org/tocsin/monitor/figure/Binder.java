package org.tocsin.monitor.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Says which action happened to which number of people. Each pair has a cost: the words between them, what must be
 * crossed (commas, clauses, other numbers), and whether they stand in the order that the language prefers. The cheapest
 * pairs win; a verb that has its object on one side takes none on the other, so that agents are not victims.
 */
final class Binder {

    private static final double FARTHEST = 24;
    private static final double FARTHEST_WITHOUT_NOUN = 7.5;
    private static final double FARTHEST_OF_A_COUNT = 16;
    private static final double FARTHEST_OF_A_SHARE = 9;
    private static final double NOUN_OF_ITS_OWN = 3;
    /** "Some 3,000 stranded people went home": what a verb says is newer than the participle before the noun. */
    private static final double OWN_ATTRIBUTE = 2;

    private static final double ADJACENT = 3.5;
    private static final double BESIDE = 2;

    private final Sentence sentence;
    private final List<Candidate> candidates;
    private final List<Trigger> triggers;

    Binder(Sentence sentence, List<Candidate> candidates, List<Trigger> triggers) {
        this.sentence = sentence;
        this.candidates = candidates;
        this.triggers = triggers;
    }

    /**
     * A number of people and what may have happened to them.
     *
     * @param trigger null for what the noun itself says ("detainees")
     * @param candidateFirst whether the people stand before the deed
     */
    record Pair(Candidate candidate, @Nullable Trigger trigger, double cost, boolean candidateFirst) {}

    void bind() {
        List<Pair> pairs = new ArrayList<>();
        for (Candidate candidate : candidates) {
            collect(candidate, pairs);
        }
        pairs.sort(Comparator.comparingDouble(Pair::cost));
        List<Pair> made = new ArrayList<>();
        for (Pair pair : pairs) {
            boolean bound = made.stream().anyMatch(other -> other.candidate == pair.candidate);
            if (!bound && !isSpent(pair, made)) {
                made.add(pair);
                apply(pair);
            }
        }
        new LaterDeeds(sentence, candidates, triggers).prefer(made);
    }

    private void collect(Candidate candidate, List<Pair> pairs) {
        Action own = candidate.counted().action();
        if (own != null) {
            pairs.add(new Pair(candidate, null, candidate.isPart() ? 0 : ownCost(own), true));
        }
        boolean attributed = triggers.stream().anyMatch(trigger -> isInside(trigger, candidate));
        for (Trigger trigger : triggers) {
            boolean noFigure = candidate.isImplicit() && trigger.action() != null && !hurts(trigger.action());
            if (noFigure || attributed && trigger.action() == null) {
                continue;
            }
            boolean first = trigger.from() >= candidate.to();
            double limit = limit(candidate, trigger);
            double cost = cost(candidate, trigger, first, limit);
            if (cost <= limit) {
                pairs.add(new Pair(candidate, trigger, cost, first));
            }
        }
    }

    /** What makes a figure even of one person; "says a volunteer" takes no deed from others. */
    private static boolean hurts(Action action) {
        return action == Action.KILLED || action == Action.INJURED;
    }

    /** Nothing else happens to the dead. */
    private static double ownCost(Action own) {
        return own == Action.KILLED ? -1 : own == Action.INJURED ? 1 : NOUN_OF_ITS_OWN;
    }

    private static boolean isInside(Trigger trigger, Candidate candidate) {
        return trigger.from() >= candidate.from() && trigger.from() < candidate.to();
    }

    private double limit(Candidate candidate, Trigger trigger) {
        if (candidate.isPart()) {
            return !candidate.isShare() ? ADJACENT : trigger.from() >= candidate.to() ? FARTHEST_OF_A_SHARE : BESIDE;
        }
        if (!candidate.counted().elliptical()) {
            return FARTHEST;
        }
        return isCounted(candidate, trigger) ? FARTHEST_OF_A_COUNT : FARTHEST_WITHOUT_NOUN;
    }

    /** "The number of Afghans deported since January reached 286,631": a bare number may stand far off. */
    private boolean isCounted(Candidate candidate, Trigger trigger) {
        int from = Math.max(0, Math.min(candidate.from(), trigger.from()) - 8);
        for (int i = from; i < candidate.from(); i++) {
            Sense total = sentence.sense(i, Role.TOTAL);
            if (sentence.has(i, Role.COUNT) || total != null && !total.is("PLAIN")) {
                return true;
            }
        }
        return false;
    }

    private double cost(Candidate candidate, Trigger trigger, boolean first, double limit) {
        if (isInside(trigger, candidate)) {
            return candidate.counted().action() == trigger.action() ? 0 : OWN_ATTRIBUTE;
        }
        Habits.Order order =
                switch (trigger.kind()) {
                    case VERB -> sentence.habits().verb();
                    case PASSIVE -> sentence.habits().passive();
                    case NOUN -> sentence.habits().noun();
                    default -> sentence.habits().either();
                };
        double cost = (first ? order.before() : order.after()) + weakness(trigger);
        int from = first ? candidate.to() : trigger.to();
        int to = first ? trigger.from() : candidate.from();
        if (!first && to == from + 1 && sentence.isMark(from, ':')) {
            // "Arrested: 1,376".
            return 0;
        }
        for (int i = from; i < to && cost <= limit; i++) {
            cost += step(i, first);
            if (candidate.isBase() && (sentence.isMark(i, ',') || sentence.isMark(i, '،'))) {
                return Double.MAX_VALUE;
            }
        }
        for (Candidate other : candidates) {
            if (other != candidate && other.from() >= from && other.from() < to) {
                cost += 2;
            }
        }
        return cost;
    }

    /** "60 people waiting for visas were taken to a camp": a state is less of a deed than what was done to them. */
    private static double weakness(Trigger trigger) {
        Action action = trigger.action();
        return action == Action.AFFECTED ? 4 : action == Action.STRANDED ? 1.5 : 0;
    }

    private double step(int i, boolean first) {
        if (sentence.isTaken(i)) {
            return 0.1;
        }
        Token token = sentence.token(i);
        switch (token.kind()) {
            case LINE -> {
                return 5;
            }
            case MARK -> {
                return switch (token.form().charAt(0)) {
                    case ',', '،', '(', ')' -> 2;
                    case ';', '؛' -> 12;
                    case ':' -> 5;
                    case '"', '“', '”', '«', '»', '-', '.' -> 0.2;
                    default -> 2;
                };
            }
            default -> {}
        }
        if (sentence.has(i, Role.CLAUSE)) {
            return 3;
        }
        if (sentence.has(i, Role.AND)) {
            return sentence.habits().verbsLast() && !first ? 4 : 1.5;
        }
        boolean light = sentence.has(i, Role.LINK, Role.FUNCTION) || sentence.has(i, Role.AUXILIARY, Role.ARTICLE);
        return light ? 0.4 : 1;
    }

    /** A verb with an object after it has no victims before it; nouns and passives of both sides are no better. */
    private boolean isSpent(Pair pair, List<Pair> made) {
        Trigger trigger = pair.trigger;
        if (trigger == null || pair.candidate.counted().elliptical() && isCounted(pair.candidate, trigger)) {
            return false;
        }
        return made.stream().anyMatch(other -> other.trigger == trigger && other.candidateFirst != pair.candidateFirst);
    }

    private void apply(Pair pair) {
        Trigger trigger = pair.trigger;
        if (trigger == null) {
            Action own = pair.candidate.counted().action();
            if (own != null) {
                pair.candidate.bind(own, Status.ACTUAL);
            }
            return;
        }
        Action action = trigger.action();
        boolean driven = action == Action.DEPORTED || action == Action.DISPLACED;
        boolean dismissed = driven && isStaff(pair.candidate);
        if (action == null || trigger.negated() || dismissed) {
            pair.candidate.spare();
        } else {
            pair.candidate.bind(action, trigger.planned() ? Status.PLANNED : Status.ACTUAL);
        }
    }

    private boolean isStaff(Candidate candidate) {
        for (int i = candidate.from(); i < candidate.to(); i++) {
            if (sentence.has(i, Role.STAFF)) {
                return true;
            }
        }
        return false;
    }
}
