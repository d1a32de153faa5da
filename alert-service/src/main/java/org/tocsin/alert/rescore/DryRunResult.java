package org.tocsin.alert.rescore;

import java.util.List;
import java.util.Map;

import org.tocsin.alert.alert.Rescored;
import org.tocsin.alert.score.Band;

/**
 * What a trial showed. Nothing was changed.
 *
 * @param version of the constants tried
 * @param scored how many alerts
 * @param complete whether these were all alerts of the time asked for
 * @param changed how many would have another severity
 * @param bands how many would go from which band (outer key) to which
 * @param largest the largest changes, at most {@value #MAX_LISTED}
 */
record DryRunResult(
        String version,
        int scored,
        boolean complete,
        int changed,
        Map<Band, Map<Band, Integer>> bands,
        List<Rescored> largest) {

    static final int MAX_LISTED = 100;
}
