package org.tocsin.platform.egress;

import io.smallrye.mutiny.Uni;

/**
 * Sends requests to public addresses only: resolves the name, refuses it if any address is not public (unless
 * {@code tocsin.egress.allow} opens it), dials the very address that was checked, and does the same again at each
 * redirect.
 */
public interface EgressClient {

    /** Sends the request. The result never fails: what goes wrong is an {@link EgressOutcome}. */
    Uni<EgressOutcome> send(EgressRequest request);
}
