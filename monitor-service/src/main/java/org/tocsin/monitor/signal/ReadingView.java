package org.tocsin.monitor.signal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was made of a document.
 *
 * @param rejected the rules that found something and yet did not fire, each with its reason and trace
 */
@Schema(name = "Reading")
record ReadingView(UUID documentId, String language, Instant readAt, List<SignalView> signals, JsonNode rejected) {

    ReadingView with(List<SignalView> found) {
        return new ReadingView(documentId, language, readAt, found, rejected);
    }
}
