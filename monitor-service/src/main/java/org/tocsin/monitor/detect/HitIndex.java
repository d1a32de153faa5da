package org.tocsin.monitor.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.tocsin.monitor.text.Tokens;

/** Hits by sentence and concept. */
final class HitIndex {

    private final Map<Integer, Map<Integer, List<Hit>>> bySentence = new HashMap<>();
    private final Map<Integer, List<Hit>> byConcept = new HashMap<>();
    private final List<Hit> all;

    HitIndex(Tokens tokens, List<Hit> hits) {
        all = hits;
        for (Hit hit : hits) {
            bySentence
                    .computeIfAbsent(tokens.sentence(hit.first()), key -> new HashMap<>())
                    .computeIfAbsent(hit.concept(), key -> new ArrayList<>())
                    .add(hit);
            byConcept.computeIfAbsent(hit.concept(), key -> new ArrayList<>()).add(hit);
        }
    }

    /** All hits, by their first word. */
    List<Hit> all() {
        return all;
    }

    List<Hit> inSentence(int sentence, int concept) {
        return bySentence.getOrDefault(sentence, Map.of()).getOrDefault(concept, List.of());
    }

    List<Hit> inDocument(int concept) {
        return byConcept.getOrDefault(concept, List.of());
    }
}
