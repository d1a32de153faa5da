package org.tocsin.alert.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How well a clustering agrees with the labels, by B-cubed (Bagga and Baldwin 1998): for each item, the share of its
 * alert that belongs there and the share of its event that is there, averaged over all items.
 */
record Clustering(double precision, double recall, List<String> wrongMerges, List<String> wrongSplits) {

    static Clustering of(List<StreamItem> items, Map<String, UUID> alerts) {
        double precision = 0;
        double recall = 0;
        for (StreamItem item : items) {
            long together = items.stream()
                    .filter(other -> sameAlert(item, other, alerts))
                    .count();
            long event = items.stream().filter(other -> sameEvent(item, other)).count();
            long both = items.stream()
                    .filter(other -> sameAlert(item, other, alerts) && sameEvent(item, other))
                    .count();
            precision += (double) both / together;
            recall += (double) both / event;
        }
        var merges = new ArrayList<String>();
        var splits = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            for (StreamItem other : items.subList(i + 1, items.size())) {
                StreamItem item = items.get(i);
                boolean alert = sameAlert(item, other, alerts);
                if (alert && !sameEvent(item, other)) {
                    merges.add(item.id() + "+" + other.id());
                } else if (!alert && sameEvent(item, other)) {
                    splits.add(item.id() + "|" + other.id());
                }
            }
        }
        return new Clustering(precision / items.size(), recall / items.size(), merges, splits);
    }

    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    private static boolean sameAlert(StreamItem one, StreamItem other, Map<String, UUID> alerts) {
        return alerts.get(one.id()).equals(alerts.get(other.id()));
    }

    private static boolean sameEvent(StreamItem one, StreamItem other) {
        return one.event().equals(other.event());
    }
}
