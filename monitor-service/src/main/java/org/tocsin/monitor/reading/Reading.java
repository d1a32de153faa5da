package org.tocsin.monitor.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.tocsin.monitor.figure.Figure;

/**
 * What a report says.
 *
 * @param language one of our ten languages, or {@code und}
 * @param signals the rules that fired
 * @param figures all numbers of people in the text
 * @param rejected the rules that found something and yet did not fire
 */
public record Reading(String language, List<Signal> signals, List<Figure> figures, List<Rejection> rejected) {

    public Reading {
        signals = List.copyOf(signals);
        figures = List.copyOf(figures);
        rejected = List.copyOf(rejected);
    }

    /** The same, with some of the signals among the rejected ones. */
    public Reading without(Set<Signal> held, String reason) {
        if (held.isEmpty()) {
            return this;
        }
        List<Rejection> more = new ArrayList<>(rejected);
        held.forEach(signal -> more.add(new Rejection(signal.rule(), reason, signal.trace())));
        return new Reading(
                language,
                signals.stream().filter(signal -> !held.contains(signal)).toList(),
                figures,
                more);
    }
}
