package org.tocsin.monitor.poll;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.fetch.Validators;
import org.tocsin.monitor.source.SourceReading;
import org.tocsin.monitor.source.SourceRef;

/**
 * A source that this replica, and no other, is to visit now.
 *
 * @param token proves the lease when the result is written
 * @param language of the source, or null
 * @param reading how it is read
 * @param failures in a row until now
 * @param goneBefore how many visits in a row were told that the address is gone
 */
record DuePoll(
        SourceRef source,
        UUID token,
        URI uri,
        @Nullable String language,
        Duration interval,
        SourceReading reading,
        Validators validators,
        int failures,
        int goneBefore) {}
