package org.tocsin.notify.webhook;

import java.util.Map;

/**
 * What is sent, the same at every try.
 *
 * @param headers beyond those that identify, date and sign it
 */
record WebhookMessage(String contentType, Map<String, String> headers, byte[] body) {

    WebhookMessage(String contentType, byte[] body) {
        this(contentType, Map.of(), body);
    }
}
