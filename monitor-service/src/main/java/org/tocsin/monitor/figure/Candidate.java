package org.tocsin.monitor.figure;

import org.jspecify.annotations.Nullable;

/** A number of people on its way to a figure. */
final class Candidate {

    private static final long MOST_SINGLE_PERSONS = 3;

    private final Quantity quantity;
    private final Counted counted;
    private final boolean implicit;
    private boolean part;
    private boolean share;
    private boolean base;
    private boolean spared;
    private @Nullable Action action;
    private Status status = Status.ACTUAL;
    private @Nullable Per per;
    private boolean cumulative;
    private @Nullable Period period;

    /** @param implicit whether "one" is only said by an article or the singular */
    Candidate(Quantity quantity, Counted counted, boolean implicit) {
        Quantifier hedge = counted.hedge();
        this.quantity = hedge == null ? quantity : quantity.hedged(hedge);
        this.counted = counted;
        this.implicit = implicit;
    }

    Quantity quantity() {
        return quantity;
    }

    Counted counted() {
        return counted;
    }

    int from() {
        return quantity.from();
    }

    int to() {
        return Math.max(quantity.to(), counted.to());
    }

    boolean isImplicit() {
        return implicit;
    }

    boolean isPart() {
        return part;
    }

    /** Whether it only says of how many something is told ("of the 500 migrants, three were killed"). */
    boolean isBase() {
        return base;
    }

    void markBase() {
        base = true;
    }

    void markPart() {
        part = true;
    }

    /** Whether it is a part of which something of its own is told ("150 of them were taken to the desert"). */
    boolean isShare() {
        return share;
    }

    void markShare() {
        part = true;
        share = true;
    }

    @Nullable
    Action action() {
        return action;
    }

    /** Diplomats and soldiers who are sent home are no deported people; tourists who are flown home return. */
    void bind(Action found, Status foundStatus) {
        if (found == Action.DEPORTED && counted.agents()) {
            spared = true;
            return;
        }
        action = found == Action.DEPORTED && counted.guests() ? Action.RETURNED : found;
        status = foundStatus;
    }

    /** The text says that nothing happened to them. */
    void spare() {
        spared = true;
    }

    /** Whether it counts people and leaves open, for the grammar of figures, what happened to them. */
    boolean isOpen() {
        return action == null
                && !part
                && !base
                && !spared
                && !counted.elliptical()
                && !counted.agents()
                && !quantity.isOne()
                && !zero();
    }

    /** Whether no noun says what is counted and no verb what happened. */
    boolean isBare() {
        return action == null && !part && !base && !spared && counted.elliptical();
    }

    void unbind() {
        action = null;
    }

    void rate(Per unit) {
        per = unit;
    }

    void markCumulative() {
        cumulative = true;
    }

    void during(Period found) {
        period = found;
    }

    /** One person killed or injured is news; one deported or arrested is not a figure. */
    boolean isTooFew() {
        boolean one = quantity.isOne() && counted.unit() == Unit.PERSON;
        return (one || isFew()) && action != Action.KILLED && action != Action.INJURED || zero();
    }

    /** "Two had already been sent back": single persons of whom the text told before. */
    private boolean isFew() {
        Long value = quantity.value();
        boolean moved = action == Action.DEPORTED || action == Action.ARRESTED;
        return moved && counted.elliptical() && value != null && value <= MOST_SINGLE_PERSONS;
    }

    private boolean zero() {
        Long value = quantity.value();
        return value != null && value == 0;
    }

    Figure toFigure(String text, Sentence sentence, Action bound) {
        int start = sentence.token(from()).start();
        int end = sentence.token(to() - 1).end();
        Period known = period;
        boolean shift = known != null && status == Status.PLANNED;
        return new Figure(
                quantity.value(),
                quantity.lower(),
                quantity.upper(),
                quantity.quantifier(),
                counted.unit(),
                bound,
                group(text, sentence),
                per,
                known == null ? null : known.from(),
                known == null || shift && known.to() == null ? null : known.to(),
                cumulative,
                status,
                text.substring(start, end),
                start,
                end);
    }

    private @Nullable String group(String text, Sentence sentence) {
        if (counted.groupTo() <= counted.groupFrom()) {
            return null;
        }
        int start = sentence.token(counted.groupFrom()).start();
        return text.substring(start, sentence.token(counted.groupTo() - 1).end());
    }
}
