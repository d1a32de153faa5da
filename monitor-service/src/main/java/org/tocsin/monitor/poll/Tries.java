package org.tocsin.monitor.poll;

import java.util.LinkedHashMap;
import java.util.Map;

import org.tocsin.monitor.source.SourceRef;

/**
 * Remembers pages that failed or led to nothing. In memory only: what is forgotten, by a restart or because there is too
 * much of it, is fetched once more, and nothing worse.
 */
final class Tries {

    private static final int MOST = 50_000;
    private static final int OVER = Integer.MAX_VALUE;

    private final Map<String, Integer> tries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST;
        }
    };

    /** Counts a failure; returns how many there were. */
    synchronized int count(SourceRef source, String entry) {
        return tries.merge(key(source, entry), 1, Integer::sum);
    }

    /** The page was read and holds no report. */
    synchronized void end(SourceRef source, String entry) {
        tries.put(key(source, entry), OVER);
    }

    synchronized boolean areOver(SourceRef source, String entry) {
        return tries.getOrDefault(key(source, entry), 0) == OVER;
    }

    private static String key(SourceRef source, String entry) {
        return source.id() + " " + entry;
    }
}
