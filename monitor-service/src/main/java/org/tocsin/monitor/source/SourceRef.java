package org.tocsin.monitor.source;

import java.util.UUID;

/** A source as its documents refer to it. */
public record SourceRef(UUID id, String name) {}
