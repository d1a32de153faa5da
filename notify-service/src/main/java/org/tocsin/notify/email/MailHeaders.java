package org.tocsin.notify.email;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

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

    /** Of mails by subscription: RFC 2369, RFC 8058 (one click), RFC 2919. */
    static Map<String, String> list(UUID subscription, String kind, String unsubscribeUrl, String domain) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("List-Unsubscribe", "<" + unsubscribeUrl + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        headers.put("List-Id", "Tocsin alerts <" + subscription + "." + domain + ">");
        headers.put("Feedback-ID", kind + ":" + subscription + ":alerts:tocsin");
        return headers;
    }
}
