package org.tocsin.notify.email;

import org.jspecify.annotations.Nullable;

/**
 * What a message of our own shows.
 *
 * @param actionUrl where its one button leads, null for none
 * @param unsubscribeUrl null where there is nothing to unsubscribe from
 */
public record OwnMail(
        String language,
        String direction,
        String subject,
        String text,
        String action,
        @Nullable String actionUrl,
        String footer,
        String unsubscribe,
        @Nullable String unsubscribeUrl) {}
