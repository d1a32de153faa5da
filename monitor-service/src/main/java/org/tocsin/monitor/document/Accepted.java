package org.tocsin.monitor.document;

import java.util.UUID;

/**
 * A report that is safe with us.
 *
 * @param added false when we had it already
 */
public record Accepted(UUID id, boolean added) {}
