package org.tocsin.alert.fact;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Who reports.
 *
 * @param id id of the source at monitor-service, or null when it only has a name
 * @param name as shown to readers
 * @param reliability on the Admiralty scale
 * @param ownerGroup outlets of one owner, or a wire and its customers; null when the source stands alone
 */
public record Source(@Nullable String id, String name, Reliability reliability, @Nullable String ownerGroup) {

    /** What counts as one voice: the owner group, or else the source itself. */
    public String voice() {
        if (ownerGroup != null && !ownerGroup.isBlank()) {
            return "group:" + ownerGroup.strip().toLowerCase(Locale.ROOT);
        }
        return id != null ? "source:" + id : "name:" + name.strip().toLowerCase(Locale.ROOT);
    }
}
