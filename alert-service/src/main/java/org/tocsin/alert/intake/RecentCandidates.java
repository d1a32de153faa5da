package org.tocsin.alert.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.tocsin.alert.placement.Candidate;

/**
 * Reports that were compared lately, as they were read. News comes in bursts: what one report was compared with, the next
 * one will be compared with as well. A row of the database that was changed has another version, and is read anew; so
 * nothing has to be told when reports change, move or are rolled back, here or by another replica.
 */
final class RecentCandidates {

    /** About 4 KiB each. */
    private static final int MOST = 8_000;

    private final Map<Row, Candidate> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Row, Candidate> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A version of a row.
     *
     * @param report its id
     * @param version which no other version of this row has
     */
    record Row(UUID report, String version) {}

    /** Those of the rows that are known. */
    synchronized Map<UUID, Candidate> known(List<Row> rows) {
        Map<UUID, Candidate> known = new HashMap<>();
        for (Row row : rows) {
            Candidate candidate = recent.get(row);
            if (candidate != null) {
                known.put(row.report(), candidate);
            }
        }
        return known;
    }

    synchronized void keep(Row row, Candidate candidate) {
        recent.put(row, candidate);
    }
}
