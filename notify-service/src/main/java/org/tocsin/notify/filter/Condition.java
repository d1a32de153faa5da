package org.tocsin.notify.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A condition on an alert: a comparison, or several joined by AND, OR and NOT. */
public sealed interface Condition {

    /** Holds this condition against an alert, with the reasons. */
    Verdict test(AlertFacts alert);

    /** The same without reasons: what is asked of thousands of subscriptions, of which few match. */
    boolean matches(AlertFacts alert);

    /** All words that it compares a field with, wherever they stand in it, and whether it wants or refuses them. */
    Stream<String> words(WordField field);

    /** True when all parts are; true when there are none. */
    record All(List<Condition> parts) implements Condition {

        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Verdict test(AlertFacts alert) {
            return join(parts, alert, true);
        }

        @Override
        public boolean matches(AlertFacts alert) {
            for (Condition part : parts) {
                if (!part.matches(alert)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Stream<String> words(WordField field) {
            return parts.stream().flatMap(part -> part.words(field));
        }
    }

    /** True when at least one part is. */
    record Any(List<Condition> parts) implements Condition {

        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public Verdict test(AlertFacts alert) {
            return join(parts, alert, false);
        }

        @Override
        public boolean matches(AlertFacts alert) {
            for (Condition part : parts) {
                if (part.matches(alert)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Stream<String> words(WordField field) {
            return parts.stream().flatMap(part -> part.words(field));
        }
    }

    /** True when its part is not. */
    record Not(Condition part) implements Condition {

        @Override
        public Verdict test(AlertFacts alert) {
            Verdict inner = part.test(alert);
            return new Verdict(
                    !inner.matches(),
                    inner.reasons().stream().map(Reason::negated).toList());
        }

        @Override
        public boolean matches(AlertFacts alert) {
            return !part.matches(alert);
        }

        @Override
        public Stream<String> words(WordField field) {
            return part.words(field);
        }
    }

    /** True when the alert has at least one of the wanted words; upper and lower case are the same. */
    record OneOf(WordField field, List<String> wanted) implements Condition {

        public OneOf {
            wanted = List.copyOf(wanted);
        }

        @Override
        public Verdict test(AlertFacts alert) {
            List<String> found = alert.words(field);
            boolean holds = matches(alert);
            String name = field.name().toLowerCase(Locale.ROOT);
            return new Verdict(holds, List.of(new Reason(name, "in", wanted, found, holds)));
        }

        @Override
        public boolean matches(AlertFacts alert) {
            for (String word : alert.words(field)) {
                for (String one : wanted) {
                    if (one.equalsIgnoreCase(word)) {
                        return true;
                    }
                }
            }
            return false;
        }

        @Override
        public Stream<String> words(WordField other) {
            return field == other ? wanted.stream() : Stream.empty();
        }
    }

    /** True when the alert has the number and it compares as wanted. */
    record Compare(Measure measure, Operator operator, double bound) implements Condition {

        @Override
        public Verdict test(AlertFacts alert) {
            OptionalDouble found = alert.number(measure);
            boolean holds = holds(found);
            List<String> shown = found.isPresent() ? List.of(measure.show(found.getAsDouble())) : List.of();
            return new Verdict(
                    holds,
                    List.of(new Reason(measure.text(), operator.symbol(), List.of(measure.show(bound)), shown, holds)));
        }

        @Override
        public boolean matches(AlertFacts alert) {
            return holds(alert.number(measure));
        }

        private boolean holds(OptionalDouble found) {
            return found.isPresent() && operator.holds(found.getAsDouble(), bound);
        }

        @Override
        public Stream<String> words(WordField field) {
            return Stream.empty();
        }
    }

    /** Of the parts' reasons, keeps those that decided: all that agree with the outcome. */
    private static Verdict join(List<Condition> parts, AlertFacts alert, boolean all) {
        boolean outcome = all;
        List<Verdict> verdicts = new ArrayList<>(parts.size());
        for (Condition part : parts) {
            Verdict verdict = part.test(alert);
            verdicts.add(verdict);
            outcome = all ? outcome && verdict.matches() : outcome || verdict.matches();
        }
        boolean decided = outcome;
        List<Reason> reasons = verdicts.stream()
                .filter(verdict -> verdict.matches() == decided)
                .flatMap(verdict -> verdict.reasons().stream())
                .toList();
        return new Verdict(outcome, reasons);
    }
}
