package org.tocsin.monitor.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Finds the words of a sentence that say what happened, with their voice, negation and time. */
final class TriggerReader {

    private static final int NEGATION_REACH = 4;
    private static final int PLAN_REACH = 10;
    private static final int HOME_REACH = 7;
    private static final int WHITHER_REACH = 16;
    private static final int SURVIVAL_REACH = 6;
    private static final int NEAR = 8;

    private final Sentence sentence;

    TriggerReader(Sentence sentence) {
        this.sentence = sentence;
    }

    List<Trigger> read() {
        List<Trigger> triggers = new ArrayList<>();
        boolean papers = has(Role.PAPERS);
        for (int i = 0; i < sentence.size(); i++) {
            Trigger trigger = papers && sentence.has(i, Role.SEIZURE)
                    ? trigger(i, Role.EITHER, Action.DISPOSSESSED)
                    : triggerOf(i);
            if (trigger != null) {
                triggers.add(trigger);
            }
        }
        return triggers;
    }

    private @Nullable Trigger triggerOf(int i) {
        Sense carry = sentence.sense(i, Role.CARRY);
        Trigger carried = carry == null ? null : carried(i, carry.is("FORCE"));
        if (carried == null && leaves(i)) {
            carried = left(i);
        }
        if (carried != null && carried.action() == Action.DEPORTED && !carried.planned()) {
            // "Led away to the border": where to outdoes the arrest that the word may be as well.
            return carried;
        }
        for (Sense sense : sentence.senses(i)) {
            Trigger trigger =
                    switch (sense.role()) {
                        case VERB, PASSIVE, NOUN -> trigger(i, sense.role(), sense.action());
                        case EITHER -> trigger(i, isPassive(i) ? Role.PASSIVE : Role.EITHER, sense.action());
                        case CASUALTY, EVENT ->
                            isCounted(i) || isHeading(i) ? trigger(i, Role.NOUN, sense.action()) : null;
                        case SURVIVAL -> survived(i);
                        case WAIT -> near(i, Role.PASSAGE) ? trigger(i, Role.PASSIVE, Action.STRANDED) : null;
                        case LEAVE -> near(i, Role.HOME) ? trigger(i, Role.EITHER, Action.DISPLACED) : null;
                        case NEUTRAL -> carried != null ? carried : trigger(i, Role.NOUN, null);
                        default -> null;
                    };
            if (trigger != null) {
                return trigger;
            }
        }
        return carried;
    }

    /** "Marched 312 men into trucks", "drove them over the border": where to says what the moving comes to. */
    private @Nullable Trigger carried(int at, boolean byForce) {
        Action action = whither(sentence.after(at), Math.min(sentence.size(), at + WHITHER_REACH), byForce);
        if (action == null) {
            action = whither(Math.max(0, at - WHITHER_REACH), at, byForce);
        }
        return action == null ? null : trigger(at, isPassive(at) ? Role.PASSIVE : Role.EITHER, action);
    }

    /** The first goal between two tokens that no semicolon parts; "in lorries to the border" comes to the border. */
    private @Nullable Action whither(int from, int to, boolean byForce) {
        Action first = null;
        for (int i = from; i < to; i++) {
            if (sentence.isMark(i, ';')) {
                return first;
            }
            Action action = whither(i, byForce);
            if (action == Action.DEPORTED) {
                return action;
            }
            first = first == null ? action : first;
        }
        return first;
    }

    private boolean leaves(int at) {
        return Arrays.stream(sentence.senses(at)).anyMatch(sense -> sense.role() == Role.CARRY && sense.is("HOME"));
    }

    /** "Left their homes", "abandoned 300 villages": to leave one's home is to be displaced. */
    private @Nullable Trigger left(int at) {
        int to = Math.min(sentence.size(), at + WHITHER_REACH);
        for (int i = sentence.after(at); i < to && !ends(i); i++) {
            if (sentence.has(i, Role.HOME)) {
                return trigger(at, Role.EITHER, Action.DISPLACED);
            }
        }
        return null;
    }

    /** Whether a word of the role stands near, on either side: "waiting at the gate", "lost their homes". */
    private boolean near(int at, Role role) {
        int to = Math.min(sentence.size(), sentence.after(at) + NEAR);
        for (int i = Math.max(0, at - NEAR); i < to; i++) {
            if (sentence.has(i, role)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Action whither(int at, boolean byForce) {
        Sense where = sentence.sense(at, Role.WHITHER);
        if (where != null) {
            return where.action();
        }
        if (!sentence.has(at, Role.BACK)) {
            return null;
        }
        return byForce ? Action.DEPORTED : Action.RETURNED;
    }

    private Trigger trigger(int at, Role kind, @Nullable Action action) {
        boolean driven = action == Action.DEPORTED || action == Action.EVACUATED;
        Action done = driven && isOutOfHomes(at) ? Action.DISPLACED : action;
        return new Trigger(
                at, sentence.after(at), kind, done, isDenied(at, action) || isNegated(at), isPlanned(at, kind));
    }

    /** "Driven out of their homes": to be expelled from a house or village is not to be expelled from a country. */
    private boolean isOutOfHomes(int at) {
        int from = Math.max(0, at - HOME_REACH);
        int to = Math.min(sentence.size(), sentence.after(at) + HOME_REACH);
        for (int i = from; i < to; i++) {
            Sense whither = sentence.sense(i, Role.WHITHER);
            if (sentence.has(i, Role.HOME) || whither != null && whither.action() == Action.DISPLACED) {
                return true;
            }
        }
        return false;
    }

    private boolean has(Role role) {
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.has(i, role)) {
                return true;
            }
        }
        return false;
    }

    /** "The number of deportees reached 286,631". */
    private boolean isCounted(int at) {
        for (int i = at - 1; i >= 0 && i >= at - 4; i--) {
            if (sentence.has(i, Role.COUNT)) {
                return true;
            }
        }
        return sentence.has(sentence.after(at), Role.COUNT);
    }

    /** "Arrested: 1,376". */
    private boolean isHeading(int at) {
        int mark = sentence.after(at);
        boolean opens = sentence.isMark(mark, ':') || sentence.isMark(mark, '(') || sentence.isDash(mark);
        return opens && sentence.digits(mark + 1) != null;
    }

    /** A death, if it is denied; otherwise nothing that is counted. */
    private Trigger survived(int at) {
        int from = Math.max(0, at - NEGATION_REACH);
        int to = Math.min(sentence.size(), sentence.after(at) + SURVIVAL_REACH);
        for (int i = from; i < to; i++) {
            if (sentence.has(i, Role.NOT)) {
                return new Trigger(at, sentence.after(at), Role.PASSIVE, Action.KILLED, false, false);
            }
        }
        return new Trigger(at, sentence.after(at), Role.NOUN, null, false, false);
    }

    private boolean isPassive(int at) {
        for (int i = at - 1; i >= 0 && i >= at - 4; i--) {
            if (sentence.has(i, Role.AUXILIARY)) {
                return true;
            }
            if (!sentence.isWord(i) || sentence.has(i, Role.CLAUSE, Role.PERSON)) {
                return false;
            }
        }
        return false;
    }

    private boolean isNegated(int at) {
        for (int i = at - 1; i >= 0 && i >= at - NEGATION_REACH; i--) {
            if (sentence.has(i, Role.NOT)) {
                return true;
            }
            if (ends(i) || sentence.digits(i) != null) {
                break;
            }
        }
        if (!sentence.habits().verbsLast()) {
            return false;
        }
        int after = sentence.after(at);
        for (int i = after; i < sentence.size() && i < after + 7 && !ends(i); i++) {
            if (sentence.has(i, Role.NOT)) {
                return true;
            }
            if (hasTrigger(i) || sentence.has(i, Role.AND) || sentence.isMark(i, '،')) {
                return false;
            }
        }
        return false;
    }

    private boolean isPlanned(int at, Role kind) {
        boolean toInfinitive =
                kind == Role.VERB && sentence.habits().infinitiveWithTo() && sentence.has(at - 1, Role.TO);
        boolean threatened = sentence.has(at, Role.PLAN) && !sentence.has(at, Role.SEIZURE);
        if (toInfinitive || threatened || sentence.isFuture(at) || endsInFuture(at)) {
            return true;
        }
        int reach = 0;
        for (int i = at - 1; i >= 0 && reach < PLAN_REACH && !ends(i); i--) {
            if (sentence.has(i, Role.PLAN)) {
                return true;
            }
            if (hasTrigger(i)) {
                break;
            }
            reach += sentence.isTaken(i) ? 0 : 1;
        }
        if (!sentence.habits().verbsLast()) {
            return false;
        }
        int after = sentence.after(at);
        for (int i = after; i < sentence.size() && i < after + 6 && !ends(i); i++) {
            if (sentence.has(i, Role.PLAN)) {
                return true;
            }
            if (hasTrigger(i)) {
                return false;
            }
        }
        return false;
    }

    /** "Gönderileceğini": the future stands in the ending. */
    private boolean endsInFuture(int at) {
        return contains(at, sentence.habits().futureEndings());
    }

    /** "Yaralanmadı": so does the denial. Who cannot move on is stranded all the same. */
    private boolean isDenied(int at, @Nullable Action action) {
        boolean state = action == Action.STRANDED || action == Action.MISSING;
        return !state && contains(at, sentence.habits().negativeEndings());
    }

    private boolean contains(int at, List<String> endings) {
        for (int i = at; i < sentence.after(at) && !endings.isEmpty(); i++) {
            String form = sentence.token(i).form();
            if (endings.stream().anyMatch(form::contains)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasTrigger(int i) {
        return sentence.has(i, Role.VERB, Role.PASSIVE) || sentence.has(i, Role.EITHER);
    }

    private boolean ends(int i) {
        return sentence.isMark(i, ';') || sentence.isMark(i, '؛') || sentence.has(i, Role.CLAUSE);
    }
}
