package org.tocsin.alert.stream;

import java.time.Instant;
import java.util.Locale;

import org.tocsin.alert.alert.AlertView;
import org.tocsin.alert.alert.ToldVersion;

/**
 * Data of an event: the body that webhooks get, and the reason.
 *
 * @param type {@code alert.opened}, {@code alert.updated}, {@code alert.escalated}, {@code alert.closed} or
 *     {@code alert.retracted}
 * @param reason of the change, for readers
 */
record StreamMessage(String type, Instant timestamp, String reason, AlertView data) {

    static StreamMessage of(ToldVersion version) {
        return new StreamMessage(type(version), version.at(), version.reason(), version.alert());
    }

    static String type(ToldVersion version) {
        return "alert." + version.kind().name().toLowerCase(Locale.ROOT);
    }
}
