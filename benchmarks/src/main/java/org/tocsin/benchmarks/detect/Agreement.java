package org.tocsin.benchmarks.detect;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.tocsin.monitor.text.Tokens;

/** Whether both engines find the same: Lucene Monitor is the oracle. */
final class Agreement {

    private Agreement() {}

    /**
     * Compares every document, one by one and in batches.
     *
     * @return the number of rules that fired, over all documents
     * @throws IllegalStateException naming the first document on which they differ
     */
    static int of(TocsinRules tocsin, MonitorRules monitor, List<Tokens> documents, int batch) {
        int hits = 0;
        for (int from = 0; from < documents.size(); from += batch) {
            List<Tokens> part = documents.subList(from, Math.min(documents.size(), from + batch));
            List<Set<String>> batched = monitor.fired(part);
            for (int i = 0; i < part.size(); i++) {
                Set<String> ours = tocsin.fired(part.get(i));
                Set<String> theirs = monitor.fired(part.get(i));
                if (!ours.equals(theirs) || !theirs.equals(batched.get(i))) {
                    throw new IllegalStateException("Document %d: only ours %s, only Lucene Monitor's %s, in a batch %s"
                            .formatted(
                                    from + i,
                                    without(ours, theirs),
                                    without(theirs, ours),
                                    without(batched.get(i), ours)));
                }
                hits += ours.size();
            }
        }
        return hits;
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}
