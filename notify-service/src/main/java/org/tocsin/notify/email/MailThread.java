package org.tocsin.notify.email;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a mail and its place in the thread of its alert, by RFC 5322, section 3.6.4.
 *
 * @param messageId the same at every try
 * @param parent the first mail of the thread, null for that mail itself
 */
record MailThread(String messageId, @Nullable String parent) {

    /**
     * The thread of one alert for one subscription.
     *
     * @param first the first delivery that arrived, null when there was none before
     * @param domain of our Message-IDs
     */
    static MailThread of(UUID delivery, @Nullable UUID first, String domain) {
        return new MailThread(id(delivery, domain), first == null ? null : id(first, domain));
    }

    private static String id(UUID delivery, String domain) {
        return "<" + delivery + "@" + domain + ">";
    }
}
