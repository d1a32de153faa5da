package org.tocsin.monitor.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.tocsin.monitor.detect.Detection;
import org.tocsin.monitor.detect.FigureCondition;
import org.tocsin.monitor.detect.Match;
import org.tocsin.monitor.detect.Quantity;
import org.tocsin.monitor.figure.Figure;
import org.tocsin.monitor.figure.Status;
import org.tocsin.monitor.text.Tokens;

/**
 * Figures with the words that carry them.
 *
 * @param tokens the words
 * @param figures all figures
 * @param firstToken for each figure the first word of its quote
 * @param lastToken for each figure the last word of its quote
 */
record FigureTokens(Tokens tokens, List<Figure> figures, int[] firstToken, int[] lastToken) {

    static FigureTokens locate(List<Figure> figures, Tokens tokens, boolean inTitle) {
        int[] first = new int[figures.size()];
        int[] last = new int[figures.size()];
        int from = inTitle ? 0 : tokens.textStart();
        int to = inTitle ? tokens.textStart() : tokens.size();
        for (int i = 0; i < first.length; i++) {
            Figure figure = figures.get(i);
            first[i] = Math.min(firstEndingAfter(tokens, from, to, figure.start()), to - 1);
            last[i] = Math.max(first[i], firstEndingAfter(tokens, from, to, figure.end() - 1));
            last[i] = Math.min(last[i], to - 1);
        }
        return new FigureTokens(tokens, figures, first, last);
    }

    /** Words stand in order of their offsets within a field. */
    private static int firstEndingAfter(Tokens tokens, int from, int to, int offset) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.end(middle) > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The figures that belong to what a rule found: of its actions, or else in a sentence that it fired on. */
    List<Figure> of(Detection detection) {
        FigureCondition condition = detection.rule().figure();
        Set<Integer> sentences =
                detection.matches().stream().map(Match::sentence).collect(Collectors.toSet());
        List<Figure> belonging = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            boolean sameAction = condition != null
                    && figure.action() != null
                    && condition.actions().contains(figure.action().name());
            boolean sameSentence = firstToken[i] >= 0 && sentences.contains(tokens.sentence(firstToken[i]));
            if (sameAction || condition == null && sameSentence) {
                belonging.add(figure);
            }
        }
        return belonging;
    }

    /** The figures as rules see them; a number of households counts as many people. */
    List<Quantity> quantities() {
        List<Quantity> quantities = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            if (figure.action() != null && firstToken[i] >= 0) {
                quantities.add(new Quantity(
                        figure.action().name(),
                        figure.magnitude(),
                        figure.status() == Status.PLANNED,
                        firstToken[i],
                        lastToken[i]));
            }
        }
        return quantities;
    }
}
