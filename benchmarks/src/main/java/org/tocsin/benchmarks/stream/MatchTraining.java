package org.tocsin.benchmarks.stream;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.tocsin.alert.category.Categories;
import org.tocsin.alert.match.MatchWeights;
import org.tocsin.alert.match.Matcher;
import org.tocsin.alert.match.TermWeights;
import org.tocsin.alert.placement.Placement;

/**
 * Learns alert-service's {@code match/weights.properties} from labelled streams. Items are learned from twice: as
 * detected, and with category and state from the labels, so that what is not detected today teaches as well. What is
 * printed comes from cross-validation: the events of each country are placed with weights that were learned from the
 * other countries. Run again, it writes the same file. See docs/matching.md.
 */
public final class MatchTraining {

    /** What may be learned from. */
    static final List<String> SPLITS = List.of("dev", "train");

    private static final int FOLDS = 8;

    /** What a wrong merge costs, in B-cubed F1. */
    private static final double MERGE = 0.004;

    private final Categories categories = Categories.read(TrainingReports.resource("category/categories.properties"));
    private final TermWeights terms = TermWeights.read(TrainingReports.resource("match/term-shares.tsv"));
    private final List<ReadItem> detected = new ArrayList<>();
    private final List<ReadItem> labelled = new ArrayList<>();

    private MatchTraining() throws IOException {
        var reader = new ReadItem.Reader(categories);
        for (String split : SPLITS) {
            for (StreamItem item : StreamItem.read(split)) {
                detected.add(reader.detected(item));
                if (item.event() != null) {
                    labelled.add(reader.labelled(item));
                }
            }
        }
    }

    /**
     * Trains.
     *
     * @param arguments the file to write; none to see the figures of cross-validation only; {@code list} for the slips
     */
    public static void main(String[] arguments) throws IOException {
        boolean list = List.of(arguments).contains("list");
        var training = new MatchTraining();
        Settings best = training.best(System.out);
        training.report(best, list, System.out);
        Optional<String> file = List.of(arguments).stream()
                .filter(argument -> !argument.equals("list"))
                .findFirst();
        if (file.isPresent()) {
            Files.writeString(Path.of(file.get()), training.weights(best, -1).text(best), StandardCharsets.UTF_8);
        }
    }

    /**
     * What cross-validation chooses.
     *
     * @param penalty of the regression
     * @param best how much the best report of an alert counts against the mean
     * @param shift added to the bias: what is right for pairs is not always right for alerts
     */
    record Settings(double penalty, double best, double shift) {}

    private Settings best(PrintStream out) {
        Settings best = new Settings(1, 0.7, 0);
        double most = 0;
        for (double penalty : new double[] {0.5, 1, 2}) {
            for (double report : new double[] {0.5, 0.7, 0.9}) {
                for (double shift : new double[] {-0.6, -0.3, 0, 0.3, 0.6}) {
                    Settings settings = new Settings(penalty, report, shift);
                    double worth = (validate(settings, detected).worth()
                                    + validate(settings, labelled).worth())
                            / 2;
                    if (worth > most + 1e-9) {
                        most = worth;
                        best = settings;
                    }
                }
            }
        }
        out.printf(Locale.ROOT, "chosen: %s, B-cubed F1 less wrong merges %.3f%n", best, most);
        return best;
    }

    private void report(Settings settings, boolean list, PrintStream out) {
        for (Map.Entry<String, List<ReadItem>> source :
                Map.of("as detected", detected, "as labelled", labelled).entrySet()) {
            Validation validation = validate(settings, source.getValue());
            validation.print(source.getKey(), list, out);
        }
    }

    private final Map<String, MatchModel> models = new HashMap<>();

    private MatchModel weights(Settings settings, int without) {
        return models.computeIfAbsent(
                settings.penalty() + "/" + without, key -> new MatchModel(terms, settings.penalty())
                        .learn(outside(detected, without), outside(labelled, without)));
    }

    private static List<ReadItem> outside(List<ReadItem> items, int fold) {
        return items.stream().filter(item -> fold(item) != fold).toList();
    }

    /** All events of a country are in one fold: they are what an event is told apart from. */
    private static int fold(ReadItem read) {
        String country = read.item().country();
        return country == null ? FOLDS : Math.floorMod(country.hashCode() * 31 + 7, FOLDS);
    }

    private Validation validate(Settings settings, List<ReadItem> items) {
        Map<String, String> alerts = new LinkedHashMap<>();
        Map<String, StreamPlacement.Placed> placed = new HashMap<>();
        List<StreamItem> telling = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            String text = weights(settings, fold).text(settings);
            var placement = new StreamPlacement(new Matcher(MatchWeights.read(new StringReader(text))), terms);
            for (ReadItem read : items) {
                if (fold(read) == fold || fold(read) == FOLDS) {
                    placement.place(read);
                }
            }
            for (ReadItem read : items) {
                if (fold(read) == fold && !read.signals().isEmpty()) {
                    report(read, placement).ifPresent(report -> {
                        telling.add(read.item());
                        alerts.put(read.item().id(), report.alert().toString());
                        placed.put(read.item().id(), report);
                    });
                }
            }
        }
        return new Validation(telling, alerts, placed, Clustering.of(telling, alerts));
    }

    private static Optional<StreamPlacement.Placed> report(ReadItem read, StreamPlacement placement) {
        List<StreamPlacement.Placed> reports =
                placement.placed().getOrDefault(read.item().id(), List.of());
        return reports.stream()
                .filter(report ->
                        report.signal().category().code().equals(read.item().category()))
                .findFirst()
                .or(() -> reports.stream().findFirst());
    }

    /** What became of a stream. */
    private record Validation(
            List<StreamItem> items,
            Map<String, String> alerts,
            Map<String, StreamPlacement.Placed> placed,
            Clustering clustering) {

        /** Two events in one alert do more harm than two alerts of one event. */
        double worth() {
            return clustering.f1() - MERGE * clustering.wrongMerges().size();
        }

        void print(String name, boolean list, PrintStream out) {
            long copies = items.stream().filter(StreamItem::isCopy).count();
            long called = items.stream().filter(this::copy).count();
            long right =
                    items.stream().filter(item -> item.isCopy() && copy(item)).count();
            out.printf(
                    Locale.ROOT,
                    "%s: %d items, B-cubed P %.3f R %.3f F1 %.3f, pairs F1 %.3f, Rand %.3f, merges %s, splits %s, copies F1 %.3f%n",
                    name,
                    items.size(),
                    clustering.precision(),
                    clustering.recall(),
                    clustering.f1(),
                    clustering.pairF1(),
                    clustering.randIndex(),
                    clustering.wrongMerges(),
                    clustering.wrongSplits(),
                    2.0 * right / (copies + called));
            if (list) {
                for (StreamItem item : items) {
                    out.printf(
                            "%s %s %s %s %s %s: %s%n",
                            item.event(),
                            alerts.getOrDefault(item.id(), "").substring(0, 4),
                            item.id(),
                            item.isCopy() != copy(item) ? "COPY?" : "",
                            item.language(),
                            placed.get(item.id()).signal().category().code() + "/"
                                    + placed.get(item.id()).signal().facts().country(),
                            placed.get(item.id()).placement().reason());
                }
            }
        }

        private boolean copy(StreamItem item) {
            StreamPlacement.Placed report = placed.get(item.id());
            return report != null && report.placement() instanceof Placement.CopyOf;
        }
    }
}
