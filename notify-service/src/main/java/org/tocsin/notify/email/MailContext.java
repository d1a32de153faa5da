package org.tocsin.notify.email;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertVersions;
import org.tocsin.notify.delivery.Owed;
import org.tocsin.notify.subscription.Subscription;

/**
 * What a mail needs beside the delivery itself.
 *
 * @param version of the alert, null for messages of our own
 * @param first delivery of the alert's thread that arrived, null when there was none before
 * @param firstVersion of the alert that it told of
 * @param folded how many versions were not sent separately
 */
record MailContext(
        Owed owed,
        Subscription subscription,
        AlertVersions.@Nullable Stored version,
        @Nullable UUID first,
        AlertVersions.@Nullable Stored firstVersion,
        int folded) {

    /** Whether it belongs into a digest. */
    boolean gathered() {
        return version != null && !owed.urgent() && subscription.schedule().digest();
    }
}
