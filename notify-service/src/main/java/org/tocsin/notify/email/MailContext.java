package org.tocsin.notify.email;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertVersions;
import org.tocsin.notify.alert.Band;
import org.tocsin.notify.delivery.DailyCap;
import org.tocsin.notify.delivery.Owed;
import org.tocsin.notify.subscription.Subscription;

/**
 * What a mail needs beside the delivery itself.
 *
 * @param version of the alert, null for messages of our own
 * @param first delivery of the alert's thread that arrived, null when there was none before
 * @param firstVersion of the alert that it told of
 * @param knownBand of the alert when the reader last heard of it, null when not known
 * @param folded how many versions were not sent separately
 * @param waiting what the daily cap holds back, null when nothing
 */
record MailContext(
        Owed owed,
        Subscription subscription,
        AlertVersions.@Nullable Stored version,
        @Nullable UUID first,
        AlertVersions.@Nullable Stored firstVersion,
        @Nullable Band knownBand,
        int folded,
        DailyCap.@Nullable Waiting waiting) {

    /** Whether it belongs into a mail with others. */
    boolean gathered() {
        return version != null
                && !owed.urgent()
                && (owed.gathered() || subscription.schedule().digest());
    }

    /** Personal data: never logged. */
    String recipient() {
        String other = owed.recipient();
        return other == null ? subscription.channel().target() : other;
    }
}
