package org.tocsin.monitor.reading;

import java.util.List;

/**
 * A rule that found something and yet did not fire.
 *
 * @param rule the rule's id
 * @param reason one sentence
 * @param trace what was found and what took it back
 */
public record Rejection(String rule, String reason, List<TraceEntry> trace) {

    public Rejection {
        trace = List.copyOf(trace);
    }
}
