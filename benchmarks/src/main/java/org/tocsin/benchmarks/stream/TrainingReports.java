package org.tocsin.benchmarks.stream;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.tocsin.alert.category.Categories;
import org.tocsin.alert.intake.Signal;
import org.tocsin.alert.match.TermWeights;
import org.tocsin.benchmarks.matching.Prepared;

/** The reports of the labelled streams that may be learned from, as alert-service sees them. */
public final class TrainingReports {

    private TrainingReports() {}

    /** Reports with category and state as labelled. */
    public static List<Prepared> sightings(Categories categories) throws IOException {
        var terms = TermWeights.read(resource("match/term-shares.tsv"));
        var reader = new ReadItem.Reader(categories);
        var reports = new ArrayList<Prepared>();
        for (String split : MatchTraining.SPLITS) {
            for (StreamItem item : StreamItem.read(split)) {
                if (item.event() != null) {
                    Signal signal = reader.labelled(item).signals().get(0);
                    reports.add(new Prepared(signal.sighting(terms), signal.fingerprint()));
                }
            }
        }
        return reports;
    }

    /** A file of alert-service. */
    public static InputStreamReader resource(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(TrainingReports.class.getClassLoader().getResourceAsStream(name), name),
                StandardCharsets.UTF_8);
    }
}
