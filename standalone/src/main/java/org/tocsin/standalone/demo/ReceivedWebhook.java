package org.tocsin.standalone.demo;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A webhook as it came.
 *
 * @param id the sender's {@code webhook-id}, the same on every repetition
 * @param verified whether the signature fits the body, by the public Standard Webhooks library
 * @param repeated whether the id had come before
 * @param body the parsed body; missing when it is not JSON
 */
public record ReceivedWebhook(String id, Instant receivedAt, boolean verified, boolean repeated, JsonNode body) {

    public String type() {
        return body.path("type").asText("?");
    }

    public JsonNode alert() {
        return body.path("data");
    }
}
