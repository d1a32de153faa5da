package org.tocsin.alert.placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Places a labelled stream of July 2025 and holds the result against its labels. */
class LabelledStreamTest {

    private final List<StreamItem> items = StreamItem.read("streams/july.jsonl");

    @Test
    void oneAlertForEachEvent() {
        var run = new StreamRun().all(items);
        Clustering clustering = Clustering.of(items, run.alerts());

        assertThat(items).hasSizeGreaterThan(60);
        assertThat(clustering.f1())
                .as("B-cubed F1; wrong merges %s, wrong splits %s", clustering.wrongMerges(), clustering.wrongSplits())
                .isGreaterThanOrEqualTo(0.96);
    }

    @Test
    void copiesAreToldFromReports() {
        var run = new StreamRun().all(items);
        List<String> wrong = items.stream()
                .filter(item -> (run.placements().get(item.id()) instanceof Placement.CopyOf)
                        != item.kind().equals("copy"))
                .map(StreamItem::id)
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void lateDocumentsComeToTheSameAlerts() {
        var worst = 1.0;
        for (int seed = 0; seed < 20; seed++) {
            var shuffled = new ArrayList<>(items);
            Collections.shuffle(shuffled, new Random(seed));
            worst = Math.min(
                    worst,
                    Clustering.of(items, new StreamRun().all(shuffled).alerts()).f1());
        }

        assertThat(worst).as("worst B-cubed F1 over 20 orders of arrival").isGreaterThanOrEqualTo(0.88);
    }
}
