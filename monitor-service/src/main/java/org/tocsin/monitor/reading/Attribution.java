package org.tocsin.monitor.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.Detection;
import org.tocsin.monitor.detect.FigureCondition;
import org.tocsin.monitor.detect.Guard;
import org.tocsin.monitor.detect.Match;
import org.tocsin.monitor.figure.Action;
import org.tocsin.monitor.figure.Figure;
import org.tocsin.monitor.figure.FigureReader;
import org.tocsin.monitor.figure.Status;
import org.tocsin.monitor.text.Tokens;

/**
 * Lets the rules help the figures. A number of people that stands beside what a rule found, and of which the grammar of
 * figures could not tell what happened, gets the rule's action: whoever teaches the rules a new wording for deporting
 * teaches it to the figures too. And what a rule found to be stopped, demanded or feared has not happened yet.
 */
final class Attribution {

    /** Words between a number and the deed, within a sentence. */
    private static final int REACH = 12;
    /** In one sentence; more say nothing new. */
    private static final int MOST_DEEDS = 40;

    private static final Set<Guard.Kind> NOT_DONE =
            Set.of(Guard.Kind.LIFTED, Guard.Kind.CANCELLED, Guard.Kind.HYPOTHETICAL);
    /** Nothing of the kind happened, or to nobody else. */
    private static final Set<Guard.Kind> NOTHING =
            Set.of(Guard.Kind.NEGATED, Guard.Kind.HOMONYM, Guard.Kind.UNRELATED, Guard.Kind.SINGLE);

    private final Tokens tokens;
    private final Map<Integer, List<Deed>> deedsBySentence = new HashMap<>();

    /** What a rule with one action found. */
    private record Deed(Action action, Match match, boolean done) {

        int distance(int first, int last) {
            if (first > match.triggerLast()) {
                return first - match.triggerLast() - 1;
            }
            return Math.max(0, match.triggerFirst() - last - 1);
        }
    }

    Attribution(Tokens tokens, List<Detection> detections) {
        this.tokens = tokens;
        for (Detection detection : detections) {
            FigureCondition condition = detection.rule().figure();
            if (condition != null && condition.actions().size() == 1) {
                Action action = Action.valueOf(condition.actions().iterator().next());
                detection.matches().forEach(match -> add(new Deed(action, match, !match.planned())));
                detection.guarded().forEach(match -> addGuarded(action, match));
            }
        }
    }

    private void addGuarded(Action action, Match match) {
        Match.GuardHit guard = match.guard();
        if (guard != null && !NOTHING.contains(guard.kind())) {
            add(new Deed(action, match, !match.planned() && !NOT_DONE.contains(guard.kind())));
        }
    }

    private void add(Deed deed) {
        List<Deed> deeds = deedsBySentence.computeIfAbsent(deed.match.sentence(), key -> new ArrayList<>());
        if (deeds.size() < MOST_DEEDS) {
            deeds.add(deed);
        }
    }

    /** The figures of the text, in its order. */
    List<Figure> attribute(FigureTokens known, FigureTokens open) {
        List<Figure> figures = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (int i = 0; i < known.figures().size(); i++) {
            Figure figure = known.figures().get(i);
            int sentence = tokens.sentence(known.firstToken()[i]);
            told.add(sentence + figure.action().name());
            Deed deed = nearest(known, i, figure.action());
            boolean undone = deed != null && !deed.done && deed.match.guard() != null;
            figures.add(undone ? figure.with(figure.action(), Status.PLANNED) : figure);
        }
        for (int i = 0; i < open.figures().size(); i++) {
            Deed deed = nearest(open, i, null);
            if (deed != null && told.add(tokens.sentence(open.firstToken()[i]) + deed.action.name())) {
                figures.add(open.figures().get(i).with(deed.action, deed.done ? Status.ACTUAL : Status.PLANNED));
            }
        }
        return FigureReader.withoutParts(figures);
    }

    private @Nullable Deed nearest(FigureTokens numbers, int index, @Nullable Action wanted) {
        int first = numbers.firstToken()[index];
        int last = numbers.lastToken()[index];
        Deed best = null;
        for (Deed deed : deedsBySentence.getOrDefault(tokens.sentence(first), List.of())) {
            if ((wanted == null || deed.action == wanted)
                    && deed.distance(first, last) <= REACH
                    && (best == null || deed.distance(first, last) < best.distance(first, last))) {
                best = deed;
            }
        }
        return best;
    }
}
