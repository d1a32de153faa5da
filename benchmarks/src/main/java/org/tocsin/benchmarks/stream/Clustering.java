package org.tocsin.benchmarks.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Agreement of alerts with labelled events.
 *
 * @param precision B-cubed (Bagga and Baldwin 1998): the share of an item's alert that tells of its event, averaged
 * @param recall B-cubed: the share of an item's event that is in its alert, averaged
 * @param pairPrecision of the pairs of items in one alert, the share that is of one event
 * @param pairRecall of the pairs of items of one event, the share that is in one alert
 * @param randIndex adjusted Rand index (Hubert and Arabie 1985), 0 for chance, 1 for agreement
 * @param wrongMerges pairs of events that share an alert
 * @param wrongSplits events that have several alerts, with their number
 */
record Clustering(
        double precision,
        double recall,
        double pairPrecision,
        double pairRecall,
        double randIndex,
        List<String> wrongMerges,
        Map<String, Integer> wrongSplits) {

    /**
     * Compares.
     *
     * @param items those that tell of an event
     * @param alerts the alert of each, by item id; an item without one stands alone
     */
    static Clustering of(List<StreamItem> items, Map<String, String> alerts) {
        Map<String, Map<String, Integer>> table = new HashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        for (StreamItem item : items) {
            String alert = alerts.getOrDefault(item.id(), "none-" + item.id());
            table.computeIfAbsent(String.valueOf(item.event()), key -> new HashMap<>())
                    .merge(alert, 1, Integer::sum);
            sizes.merge(alert, 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        double together = 0;
        double ofEvents = 0;
        for (Map<String, Integer> row : table.values()) {
            int event = row.values().stream().mapToInt(Integer::intValue).sum();
            ofEvents += pairs(event);
            for (Map.Entry<String, Integer> cell : row.entrySet()) {
                double both = cell.getValue();
                precision += both * both / sizes.get(cell.getKey());
                recall += both * both / event;
                together += pairs(both);
            }
        }
        double ofAlerts = sizes.values().stream().mapToDouble(Clustering::pairs).sum();
        double expected = ofEvents * ofAlerts / pairs(items.size());
        return new Clustering(
                precision / items.size(),
                recall / items.size(),
                ofAlerts == 0 ? 1 : together / ofAlerts,
                ofEvents == 0 ? 1 : together / ofEvents,
                (together - expected) / ((ofEvents + ofAlerts) / 2 - expected),
                merges(table),
                splits(table));
    }

    private static double pairs(double count) {
        return count * (count - 1) / 2;
    }

    private static List<String> merges(Map<String, Map<String, Integer>> table) {
        List<String> merges = new ArrayList<>();
        List<String> events = table.keySet().stream().sorted().toList();
        for (int i = 0; i < events.size(); i++) {
            for (String other : events.subList(i + 1, events.size())) {
                String event = events.get(i);
                if (table.get(event).keySet().stream()
                        .anyMatch(alert -> table.get(other).containsKey(alert))) {
                    merges.add(event + " + " + other);
                }
            }
        }
        return merges;
    }

    private static Map<String, Integer> splits(Map<String, Map<String, Integer>> table) {
        Map<String, Integer> splits = new HashMap<>();
        table.forEach((event, row) -> {
            if (row.size() > 1) {
                splits.put(event, row.size());
            }
        });
        return splits;
    }

    /** The harmonic mean of B-cubed precision and recall. */
    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    /** The harmonic mean of pairwise precision and recall. */
    double pairF1() {
        return pairPrecision + pairRecall == 0 ? 0 : 2 * pairPrecision * pairRecall / (pairPrecision + pairRecall);
    }
}
