package org.tocsin.monitor.source;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How a sender of documents names their source.
 *
 * @param name not blank
 * @param id the id of a source of ours, the sender's own id for it, or null
 */
public record Pusher(String name, @Nullable String id) {

    /** The same for all documents of one source. */
    String key() {
        return id == null ? "name:" + name.toLowerCase(Locale.ROOT) : "id:" + id;
    }
}
