package org.tocsin.notify.email;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.tocsin.notify.subscription.Subscription;

/** The headers by which mail programs, and the machines between them, know what kind of mail ours is. */
final class MailHeaders {

    private MailHeaders() {}

    /** Of every mail: its identity and its place in a thread, and that no human sent it (RFC 3834). */
    static Map<String, String> common(MailThread thread) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Message-ID", thread.messageId());
        if (thread.parent() != null) {
            headers.put("In-Reply-To", thread.parent());
            headers.put("References", thread.parent());
        }
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "All");
        return headers;
    }

    /**
     * For whom a mail is, and whose it is.
     *
     * @param help where to ask, a URL
     */
    record Audience(UUID subscription, UUID organisation, String domain, Optional<String> help) {

        static Audience of(Subscription subscription, EmailConfig config) {
            return new Audience(subscription.id(), subscription.organisation(), config.domain(), config.help());
        }
    }

    /** Of mails by subscription: RFC 2369, RFC 8058 (one click), RFC 2919. */
    static Map<String, String> list(Audience audience, String kind, String unsubscribeUrl) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("List-Unsubscribe", "<" + unsubscribeUrl + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        headers.put("List-Id", "Tocsin alerts <" + audience.subscription() + "." + audience.domain() + ">");
        audience.help().ifPresent(help -> headers.put("List-Help", "<" + help + ">"));
        // Campaign, customer, kind of mail, sender: providers count complaints by each of them.
        headers.put("Feedback-ID", kind + ":" + audience.organisation() + ":alerts:tocsin");
        return headers;
    }
}
