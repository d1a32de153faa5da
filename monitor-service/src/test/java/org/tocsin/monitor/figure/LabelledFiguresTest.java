package org.tocsin.monitor.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads the labelled sentences of each language and reports precision, recall and F1 on number and action. */
class LabelledFiguresTest {

    private static final Instant PUBLISHED = Instant.parse("2025-07-16T08:00:00Z");
    private static final FigureReader READER = new FigureReader();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "de", "fr", "es", "tr", "ar", "ur", "ps"})
    void readsTheLabelledSentences(String language, TestReporter reporter) {
        Score score = new Score();
        for (LabelledText labelled : LabelledText.read(language + ".txt")) {
            score.add(labelled, READER.read(labelled.text(), language, PUBLISHED));
        }

        reporter.publishEntry(language, score.summary());
        assertThat(score.f1()).as(String.join("\n", score.mistakes)).isGreaterThanOrEqualTo(0.95);
        assertThat(score.completeShare()).as(String.join("\n", score.mistakes)).isGreaterThanOrEqualTo(0.95);
    }

    private static final class Score {
        private final List<String> mistakes = new ArrayList<>();
        private int found;
        private int complete;
        private int wrong;
        private int missed;

        void add(LabelledText labelled, List<Figure> figures) {
            List<String> open = new ArrayList<>(labelled.figures());
            for (Figure figure : figures) {
                String key = LabelledText.key(LabelledText.label(figure));
                String label = open.stream()
                        .filter(candidate -> LabelledText.key(candidate).equals(key))
                        .findFirst()
                        .orElse(null);
                if (label == null) {
                    wrong++;
                    mistakes.add("not there: " + LabelledText.label(figure) + " in: " + labelled.text());
                    continue;
                }
                open.remove(label);
                found++;
                if (LabelledText.fulfils(figure, label)) {
                    complete++;
                } else {
                    mistakes.add(label + " read as " + LabelledText.label(figure) + " in: " + labelled.text());
                }
            }
            missed += open.size();
            open.forEach(label -> mistakes.add("missed: " + label + " in: " + labelled.text()));
        }

        double precision() {
            return (double) found / (found + wrong);
        }

        double recall() {
            return (double) found / (found + missed);
        }

        double f1() {
            return 2 * precision() * recall() / (precision() + recall());
        }

        double completeShare() {
            return (double) complete / found;
        }

        String summary() {
            return String.format(
                    Locale.ROOT,
                    "precision %.3f recall %.3f F1 %.3f of %d figures, %.3f complete",
                    precision(),
                    recall(),
                    f1(),
                    found + missed,
                    completeShare());
        }
    }
}
