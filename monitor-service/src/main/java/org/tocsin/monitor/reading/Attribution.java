package org.tocsin.monitor.reading;

import java.util.ArrayList;
import java.util.EnumSet;
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
import org.tocsin.monitor.detect.RuleDefinition;
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
    /** What people in numbers suffer from what a rule finds that has no action of its own, by the rule's category. */
    private static final Map<String, Action> SUFFERED = Map.of(
            "BORDER_CLOSURE", Action.STRANDED,
            "RESETTLEMENT_SUSPENSION", Action.STRANDED,
            "VISA_SUSPENSION", Action.AFFECTED);

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
            Action action = actionOf(detection.rule());
            if (action != null) {
                detection.matches().forEach(match -> add(new Deed(action, match, !match.planned())));
                if (detection.rule().figure() != null) {
                    detection.guarded().forEach(match -> addGuarded(action, match));
                }
            }
        }
    }

    private static @Nullable Action actionOf(RuleDefinition rule) {
        FigureCondition condition = rule.figure();
        if (condition == null) {
            return SUFFERED.get(rule.category());
        }
        return condition.actions().size() == 1
                ? Action.valueOf(condition.actions().iterator().next())
                : null;
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
        attributeFromNearby(open, figures);
        return FigureReader.withoutParts(figures);
    }

    /**
     * "Dawn raid at the shrimp sheds. 312 workers were marched onto trucks": where no figure tells of a deed, the first
     * number of people left over in its sentence, or in the one before or after it, does.
     */
    private void attributeFromNearby(FigureTokens open, List<Figure> figures) {
        Set<Action> told = EnumSet.noneOf(Action.class);
        Set<Integer> taken = new HashSet<>();
        figures.forEach(figure -> {
            told.add(figure.action());
            taken.add(figure.start());
        });
        for (int i = 0; i < open.figures().size(); i++) {
            Figure figure = open.figures().get(i);
            Deed deed = taken.contains(figure.start()) ? null : nearby(tokens.sentence(open.firstToken()[i]));
            if (deed != null && told.add(deed.action)) {
                figures.add(figure.with(deed.action, deed.done ? Status.ACTUAL : Status.PLANNED));
            }
        }
    }

    /** What was found in the sentence or else beside it, if that is of one kind. */
    private @Nullable Deed nearby(int sentence) {
        for (List<Integer> near : List.of(List.of(sentence), List.of(sentence - 1, sentence + 1))) {
            List<Deed> deeds = near.stream()
                    .flatMap(number -> deedsBySentence.getOrDefault(number, List.of()).stream())
                    .toList();
            if (!deeds.isEmpty()) {
                boolean one = deeds.stream().map(Deed::action).distinct().count() == 1;
                return one ? deeds.get(0) : null;
            }
        }
        return null;
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
