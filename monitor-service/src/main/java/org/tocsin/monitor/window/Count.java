package org.tocsin.monitor.window;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a report did to the window of a rule.
 *
 * @param firings what fired with it, mostly nothing
 * @param release reports that are to be told besides those that fired: of a silent rule, those that were held back
 * @param held whether this report is held back
 */
public record Count(List<Firing> firings, List<UUID> release, boolean held) {

    public Count {
        firings = List.copyOf(firings);
        release = List.copyOf(release);
    }

    /**
     * A condition of a window that was met.
     *
     * @param signalId the id that its signal is to have
     * @param condition {@code sources} or {@code figure}
     * @param at the last report of the window, with which the condition was met
     * @param measure what was counted
     * @param level from which it fires
     * @param mentions of the window, the earliest first
     */
    public record Firing(
            UUID signalId,
            String condition,
            UUID at,
            Instant from,
            Instant to,
            double measure,
            double level,
            List<Mention> mentions) {

        public Firing {
            mentions = List.copyOf(mentions);
        }
    }
}
