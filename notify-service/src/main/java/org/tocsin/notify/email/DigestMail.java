package org.tocsin.notify.email;

import java.util.List;

/**
 * What a digest shows.
 *
 * @param alerts the most severe first, never empty
 */
public record DigestMail(
        String language,
        String direction,
        String subject,
        String title,
        List<AlertMail> alerts,
        String preferencesUrl,
        String unsubscribeUrl) {}
