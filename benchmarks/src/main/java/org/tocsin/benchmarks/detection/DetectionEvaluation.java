package org.tocsin.benchmarks.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

import org.tocsin.monitor.reading.DocumentReader;
import org.tocsin.monitor.reading.Report;

/**
 * Reads labelled news items and says how much of it was right. The items were written by people who had not seen the
 * rules, and split before anybody tuned: {@code test} and {@code test2} are for measuring only, all others for working on.
 * {@code general} is everyday news without labels, in which every signal is a false alarm.
 */
public final class DetectionEvaluation {

    static final List<String> LANGUAGES = List.of("en", "fa", "fa-AF", "ps", "ur", "ar", "tr", "de", "fr", "es");

    private static final List<String> SPLITS =
            List.of("dev", "train", "round2", "round3", "round4", "round5", "round6", "general", "test", "test2");
    private static final String GENERAL = "general";

    private final DocumentReader reader = DocumentReader.bundled();

    /**
     * Prints the scores.
     *
     * @param arguments the split ({@code dev} by default); {@code list} to see every slip; languages, all by default
     */
    public static void main(String[] arguments) throws IOException {
        List<String> wanted = List.of(arguments);
        String split = SPLITS.stream().filter(wanted::contains).findFirst().orElse(SPLITS.get(0));
        List<String> languages = LANGUAGES.stream().filter(wanted::contains).toList();
        Scores scores = new DetectionEvaluation().evaluate(split, languages.isEmpty() ? LANGUAGES : languages);
        if (split.equals(GENERAL)) {
            printFalseAlarms(scores, wanted.contains("list"), System.out);
        } else {
            print(scores, wanted.contains("list"), System.out);
        }
    }

    Scores evaluate(String split, List<String> languages) throws IOException {
        Scores scores = new Scores();
        for (String language : languages) {
            if (!LabelledItem.exist(split, language)) {
                continue;
            }
            for (LabelledItem item : LabelledItem.read(split, language)) {
                scores.add(
                        item,
                        reader.read(new Report(item.title(), item.text(), item.language(), item.publishedAt(), null)));
            }
        }
        return scores;
    }

    private static void print(Scores scores, boolean list, PrintStream out) {
        if (list) {
            scores.slips.forEach(out::println);
        }
        rows("signals by category", scores.byCategory, out);
        rows("signals by language", scores.byLanguage, out);
        out.println("confusion (slip | beside what, - for nothing)");
        scores.confusion.forEach((slip, times) -> out.printf("  %3d %s%n", times, slip));
        rows("figures by language (value and action)", scores.figures, out);
        out.printf(
                "of the signals found, right: country %.2f, a place %.2f, planned %.2f%n",
                scores.countries.precision(), scores.places.precision(), scores.planned.precision());
        out.printf("of the figures found, bounds, unit, rate and status right: %.2f%n", scores.bounds.precision());
    }

    /** Figures of everyday news are not labelled, so that only signals are told. */
    private static void printFalseAlarms(Scores scores, boolean list, PrintStream out) {
        if (list) {
            scores.slips.stream().filter(slip -> !slip.contains("wrong figure")).forEach(out::println);
        }
        rows("false alarms by category", scores.byCategory, out);
        rows("false alarms by language", scores.byLanguage, out);
        int wrong = scores.byCategory.values().stream().mapToInt(Tally::wrongs).sum();
        out.printf(
                "%.1f false alarms per 1,000 items (%d in %d)%n", 1000.0 * wrong / scores.items, wrong, scores.items);
    }

    private static void rows(String title, Map<String, Tally> tallies, PrintStream out) {
        out.println(title);
        tallies.forEach((name, tally) -> out.printf("  %-24s %s%n", name, tally));
    }
}
