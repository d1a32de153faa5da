package org.tocsin.monitor.fetch;

import org.jspecify.annotations.Nullable;

/** What the server gave us last time to ask "changed since?", word for word. */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    public static final Validators NONE = new Validators(null, null);
}
