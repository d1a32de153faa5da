package org.tocsin.notify.email;

import java.util.List;

/**
 * What a digest shows.
 *
 * @param groups by severity band, the most severe first, never empty
 * @param notes on what was held back, in sentences; empty when nothing was
 */
public record DigestMail(
        String language,
        String direction,
        String subject,
        String title,
        List<Group> groups,
        List<String> notes,
        String preferencesUrl,
        String unsubscribeUrl) {

    public DigestMail {
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
    }

    /** The alerts of one band, the most severe first. */
    public record Group(String band, String bandCode, String count, List<AlertMail> alerts) {}
}
