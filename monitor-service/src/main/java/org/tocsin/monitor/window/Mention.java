package org.tocsin.monitor.window;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A report that a rule with a window fired on.
 *
 * @param voice owner group, else source: what counts once
 * @param textDigest equal for equal texts: who prints another's text is no source of its own
 * @param people the largest number of people that it gives, null for none
 * @param told whether a signal of the report was announced
 */
public record Mention(
        UUID documentId,
        String voice,
        String sourceName,
        String textDigest,
        @Nullable Long people,
        Instant publishedAt,
        boolean told) {

    /** The order of event time, and one for reports of the same instant. */
    static final Comparator<Mention> ORDER =
            Comparator.comparing(Mention::publishedAt).thenComparing(Mention::documentId);
}
