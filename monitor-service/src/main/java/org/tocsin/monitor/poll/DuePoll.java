package org.tocsin.monitor.poll;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.fetch.Validators;
import org.tocsin.monitor.source.SourceRef;

/**
 * A source that this replica, and no other, is to visit now.
 *
 * @param token proves the lease when the result is written
 * @param language of the source, or null
 * @param failures in a row until now
 */
record DuePoll(
        SourceRef source,
        UUID token,
        URI uri,
        @Nullable String language,
        Duration interval,
        Validators validators,
        int failures) {}
