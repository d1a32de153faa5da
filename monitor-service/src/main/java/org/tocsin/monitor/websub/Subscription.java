package org.tocsin.monitor.websub;

import java.net.URI;
import java.util.UUID;

/**
 * What we ask a hub for.
 *
 * @param callback the unguessable part of the address that it calls
 * @param attempts how often it has been asked in vain
 */
record Subscription(UUID source, UUID callback, URI hub, String topic, String secret, int attempts) {}
