package org.tocsin.alert.alert;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** All versions of all alerts in one order that everybody sees alike. */
@ApplicationScoped
@Transactional
public class AlertHistory {

    private final VersionRepository versions;

    AlertHistory(VersionRepository versions) {
        this.versions = versions;
    }

    /** Gives committed versions their place in the order, unless another replica is at it, and returns the last place. */
    public long place() {
        versions.place();
        return versions.lastPosition();
    }

    /** The versions that follow a position, in order, at most {@code limit}. */
    public List<ToldVersion> after(long position, int limit) {
        return versions.after(position, limit).stream().map(AlertVersion::told).toList();
    }
}
