package org.tocsin.alert.output;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.AlertView;

/**
 * A page of alerts on its way to another program.
 *
 * @param first the address of the first page, which names the feed
 * @param self the address that was asked for
 * @param next the address of the following page, null on the last one
 * @param collection the address below which each alert has its own
 */
public record FeedPage(List<AlertView> alerts, URI first, URI self, @Nullable URI next, URI collection) {

    public FeedPage {
        alerts = List.copyOf(alerts);
    }

    /** Where an alert is, in a format with a suffix such as {@code .cap}; JSON has none. */
    String address(UUID id, String suffix) {
        return collection + "/" + id + suffix;
    }
}
