package org.tocsin.monitor.feedback;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import org.tocsin.platform.event.InvalidEventException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What an alert says about the signals that led to it.
 *
 * @param version of the alert
 * @param documents the reports of the alert
 * @param acknowledged somebody takes it for true
 * @param retracted somebody takes it for a false alarm
 */
record AlertVerdict(
        UUID alertId, long version, String category, Set<UUID> documents, boolean acknowledged, boolean retracted) {

    /**
     * Reads the data of an event about an alert, of which it needs little.
     *
     * @throws InvalidEventException when that little is not there
     */
    static AlertVerdict read(ObjectMapper json, byte[] data) {
        try {
            JsonNode alert = json.readTree(data).path("alert");
            String status = alert.path("status").asText("");
            String category = alert.path("category").asText("");
            if (!alert.path("version").isIntegralNumber() || status.isEmpty() || category.isEmpty()) {
                throw new InvalidEventException("The event has no alert with version, status and category.");
            }
            Set<UUID> documents = new LinkedHashSet<>();
            for (JsonNode report : alert.path("reports")) {
                documents.add(UUID.fromString(report.path("documentId").asText("")));
            }
            return new AlertVerdict(
                    UUID.fromString(alert.path("id").asText("")),
                    alert.path("version").longValue(),
                    category,
                    documents,
                    status.equals("ACKNOWLEDGED"),
                    status.equals("RETRACTED"));
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidEventException("The data of the event is not what its type promises.", e);
        }
    }
}
