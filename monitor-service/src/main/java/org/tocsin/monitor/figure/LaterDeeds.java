package org.tocsin.monitor.figure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.figure.Binder.Pair;

/** Of several deeds done to the same people, the one that is the news. */
final class LaterDeeds {

    private final Sentence sentence;
    private final List<Candidate> candidates;
    private final List<Trigger> triggers;

    LaterDeeds(Sentence sentence, List<Candidate> candidates, List<Trigger> triggers) {
        this.sentence = sentence;
        this.candidates = candidates;
        this.triggers = triggers;
    }

    void prefer(List<Pair> made) {
        preferExpulsion(made);
        preferStranding(made);
        preferDeath(made);
    }

    /** "Two migrants detained in Tapachula died": the participle only says which migrants. */
    private void preferDeath(List<Pair> made) {
        Set<Trigger> used = used(made);
        for (Pair pair : made) {
            Trigger arrest = pair.trigger();
            boolean attribute = pair.candidate().action() == Action.ARRESTED
                    && (arrest == null
                            || arrest.from() >= pair.candidate().from()
                                    && arrest.from() <= pair.candidate().to());
            if (!attribute || isObjectAfter(pair)) {
                continue;
            }
            int end = arrest == null
                    ? pair.candidate().to()
                    : Math.max(arrest.to(), pair.candidate().to());
            for (Trigger trigger : triggers) {
                boolean died = trigger.action() == Action.KILLED && !trigger.negated() && !used.contains(trigger);
                if (died && trigger.kind() != Role.NOUN && trigger.from() >= end && goesOn(end, trigger.from())) {
                    pair.candidate().bind(Action.KILLED, Status.ACTUAL);
                }
            }
        }
    }

    /** "Hundreds who hope to return are stuck at the gate": a return that is still to come gives way. */
    private void preferStranding(List<Pair> made) {
        Set<Trigger> used = used(made);
        for (Pair pair : made) {
            if (pair.trigger() == null || pair.candidate().action() != Action.RETURNED || isObjectAfter(pair)) {
                continue;
            }
            for (Trigger trigger : triggers) {
                boolean stuck = trigger.action() == Action.STRANDED && !trigger.negated() && !used.contains(trigger);
                if (stuck
                        && trigger.from() >= pair.candidate().to()
                        && goesOn(pair.trigger().to(), trigger.from())) {
                    pair.candidate().bind(Action.STRANDED, Status.ACTUAL);
                }
            }
        }
    }

    /** Whether no clause begins between two deeds. */
    private boolean goesOn(int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.has(i, Role.CLAUSE)) {
                return false;
            }
        }
        return true;
    }

    /** "Seized 43 men and drove them over the border": of one object, the expulsion is the news. */
    private void preferExpulsion(List<Pair> made) {
        Set<Trigger> used = used(made);
        List<Trigger> expulsions = triggers.stream()
                .filter(trigger -> trigger.action() == Action.DEPORTED && !trigger.negated() && !used.contains(trigger))
                .toList();
        for (Pair pair : made) {
            if (pair.trigger() == null || expulsions.isEmpty() || isObjectAfter(pair)) {
                continue;
            }
            for (Trigger trigger : expulsions) {
                if (trigger.from() > pair.trigger().from()
                        && outdoes(trigger, pair.candidate().action())) {
                    pair.candidate().bind(Action.DEPORTED, trigger.planned() ? Status.PLANNED : Status.ACTUAL);
                }
            }
        }
    }

    /** An arrest for a deportation that is still to come remains an arrest. */
    private static boolean outdoes(Trigger expulsion, @Nullable Action before) {
        boolean done = expulsion.kind() != Role.NOUN && !expulsion.planned();
        return before == Action.DISPOSSESSED || before == Action.ARRESTED && done;
    }

    /** Whether other people are counted after the verb; they stand in the order of the text. */
    private boolean isObjectAfter(Pair pair) {
        int last = candidates.size() - 1;
        Candidate other =
                candidates.get(last) == pair.candidate() && last > 0 ? candidates.get(last - 1) : candidates.get(last);
        return pair.trigger() != null
                && other != pair.candidate()
                && other.from() > pair.trigger().from();
    }

    private static Set<Trigger> used(List<Pair> made) {
        Set<Trigger> used = new HashSet<>();
        made.forEach(pair -> used.add(pair.trigger()));
        return used;
    }
}
