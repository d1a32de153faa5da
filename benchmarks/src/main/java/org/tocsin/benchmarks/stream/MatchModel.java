package org.tocsin.benchmarks.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.tocsin.alert.category.Category;
import org.tocsin.alert.intake.Signal;
import org.tocsin.alert.match.Matcher;
import org.tocsin.alert.match.Sighting;
import org.tocsin.alert.match.TermWeights;

/** The decision that is learned: a weight for each feature, and for some of them a correction for each shape. */
final class MatchModel {

    /** More of these never makes one event less likely. */
    private static final Set<String> FOR = Set.of(
            "sameDay",
            "placeSame",
            "numberShared",
            "figuresAgree",
            "totalsGrow",
            "datesAgree",
            "dayNamed",
            "series",
            "indicator",
            "text",
            "names",
            "leadNumber",
            "planAndDeed");

    /** More of these never makes one event more likely. */
    private static final Set<String> AGAINST = Set.of(
            "gap",
            "countryUnknown",
            "countryDiffers",
            "placeDiffers",
            "placeNamesDiffer",
            "figuresDiffer",
            "figuresGrowLate",
            "leadNumbersDiffer",
            "countsDiffer",
            "sequel",
            "endedBefore",
            "datesDiffer",
            "textUnlike",
            "template",
            "templateLater",
            "namesDiffer",
            "groupDiffers",
            "otherLead",
            "otherCategory",
            "otherFamily");

    /** What differs between incidents, campaigns and measures. */
    private static final List<String> BY_SHAPE = List.of("bias", "gap", "sameDay", "placeDiffers");

    /**
     * What is expected before any example is seen, for what streams of a few weeks hold too few examples of. All other
     * weights are expected to be 0.
     */
    private static final Map<String, Double> EXPECTED = Map.ofEntries(
            Map.entry("datesDiffer", -1.5),
            Map.entry("sequel", -1.0),
            Map.entry("endedBefore", -2.5),
            Map.entry("countsDiffer", -2.0),
            Map.entry("figuresDiffer", -1.0),
            Map.entry("figuresGrowLate", -0.5),
            Map.entry("leadNumbersDiffer", -0.5),
            Map.entry("template", -1.0),
            Map.entry("templateLater", -1.5),
            Map.entry("placeDiffers", -1.0),
            Map.entry("totalsGrow", 1.5),
            Map.entry("series", 2.0),
            // No stream has series of numbers; what they count is told of within the whole window.
            Map.entry("indicator", 3.0),
            Map.entry("numberShared", 1.0));

    /** Corrections are held back more than weights. */
    private static final double CORRECTION = 4;

    private final TermWeights terms;
    private final double penalty;
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<String, Double> weights = new LinkedHashMap<>();

    /**
     * Two reports.
     *
     * @param events the two events, which share their weight among all their pairs
     */
    private record Pair(Map<String, Double> features, Category.Shape shape, boolean same, String events) {}

    MatchModel(TermWeights terms, double penalty) {
        this.terms = terms;
        this.penalty = penalty;
    }

    MatchModel learn(List<ReadItem> detected, List<ReadItem> labelled) {
        collect(detected, "detected");
        collect(labelled, "labelled");
        fit();
        return this;
    }

    private void collect(List<ReadItem> items, String source) {
        var earlier = new ArrayList<Map.Entry<StreamItem, Sighting>>();
        for (ReadItem read : items) {
            if (read.signals().isEmpty()) {
                continue;
            }
            StreamItem item = read.item();
            Signal signal = read.signals().stream()
                    .filter(found -> found.category().code().equals(item.category()))
                    .findFirst()
                    .orElse(read.signals().get(0));
            Sighting sighting = signal.sighting(terms);
            if (item.isCopy()) {
                continue;
            }
            for (Map.Entry<StreamItem, Sighting> other : earlier) {
                if (StreamPlacement.meets(other.getValue(), sighting)) {
                    pairs.add(new Pair(
                            Matcher.features(other.getValue(), sighting),
                            Matcher.shape(other.getValue(), sighting),
                            item.sameEvent(other.getKey()),
                            source + event(other.getKey()) + "/" + event(item)));
                }
            }
            earlier.add(Map.entry(item, sighting));
        }
    }

    private static String event(StreamItem item) {
        return item.event() == null ? item.id() : item.event();
    }

    private void fit() {
        var names = new TreeSet<String>(EXPECTED.keySet());
        var share = new HashMap<String, Integer>();
        for (Pair pair : pairs) {
            names.addAll(pair.features().keySet());
            share.merge(pair.events(), 1, Integer::sum);
        }
        var columns = new ArrayList<>(names);
        for (Category.Shape shape : Category.Shape.values()) {
            BY_SHAPE.forEach(name -> columns.add(shape + "." + name));
        }
        double[] penalties = new double[columns.size()];
        double[] expected = new double[columns.size()];
        int[] signs = new int[columns.size()];
        for (int j = 0; j < columns.size(); j++) {
            expected[j] = EXPECTED.getOrDefault(columns.get(j), 0.0);
            boolean correction = columns.get(j).indexOf('.') > 0;
            penalties[j] = correction ? penalty * CORRECTION : columns.get(j).equals("bias") ? 0.01 : penalty;
            signs[j] = FOR.contains(columns.get(j)) ? 1 : AGAINST.contains(columns.get(j)) ? -1 : 0;
        }
        List<LogisticRegression.Example> examples = pairs.stream()
                .map(pair -> new LogisticRegression.Example(
                        row(pair, columns), pair.same(), 1 / Math.sqrt(share.getOrDefault(pair.events(), 1))))
                .toList();
        double[] fitted = new LogisticRegression(penalties, expected, signs).fit(examples);
        for (int j = 0; j < fitted.length; j++) {
            weights.put(columns.get(j), fitted[j]);
        }
    }

    private static double[] row(Pair pair, List<String> columns) {
        double[] row = new double[columns.size()];
        for (int j = 0; j < row.length; j++) {
            String name = columns.get(j);
            int dot = name.indexOf('.');
            boolean counts = dot < 0 || name.startsWith(pair.shape() + ".");
            row[j] = counts ? pair.features().getOrDefault(name.substring(dot + 1), 0.0) : 0;
        }
        return row;
    }

    /** As alert-service reads it. */
    String text(MatchTraining.Settings settings) {
        var lines = new ArrayList<String>();
        weights.forEach((name, weight) -> {
            double value = name.equals("bias") ? weight + settings.shift() : weight;
            if (Math.abs(value) >= 0.005) {
                lines.add(String.format(Locale.ROOT, "%s=%.2f", name, value));
            }
        });
        int version = Arrays.hashCode(lines.toArray());
        return """
                # Weights of the decision whether two reports tell of one event. The sum of weight x feature is the
                # logarithm of the odds: 0 is even, +3 is 20 to 1. INCIDENT, CAMPAIGN and MEASURE are corrections for
                # categories of that shape. Learned by org.tocsin.benchmarks.stream.MatchTraining; see docs/matching.md.
                """
                + "version=" + Integer.toHexString(version) + "\n"
                + "# How much the best of an alert's reports counts, against the mean of all.\n"
                + "best=" + settings.best() + "\n"
                + String.join("\n", lines) + "\n";
    }
}
