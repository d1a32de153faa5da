package org.tocsin.notify.bounce;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a mail server or provider reports about one of our mails.
 *
 * @param delivery whose mail it was, null when the report does not say
 * @param status enhanced status code of RFC 3463, null for a complaint
 */
record MailReport(Kind kind, @Nullable UUID delivery, @Nullable String status) {

    /** What it means. */
    enum Kind {
        /** The address cannot be reached, now or ever. */
        HARD_BOUNCE,
        /** This mail did not arrive, but the next one may: the mailbox is full, or the provider objects to us. */
        SOFT_BOUNCE,
        /** It is still being tried, or was relayed or delivered: nothing to do. */
        PROGRESS,
        /** The recipient calls it unwanted. */
        COMPLAINT
    }
}
