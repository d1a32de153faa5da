package org.tocsin.alert.search;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.AlertService;
import org.tocsin.alert.alert.AlertView;
import org.tocsin.platform.paging.Page;

/** Reads pages of alerts. */
@ApplicationScoped
class AlertSearch {

    private final AlertQueries queries;
    private final AlertService alerts;

    AlertSearch(AlertQueries queries, AlertService alerts) {
        this.queries = queries;
        this.alerts = alerts;
    }

    @Transactional
    Page<AlertView> page(AlertFilter filter, @Nullable Cursor after, int limit) {
        // One more than asked for tells whether there is a next page.
        List<UUID> ids = queries.find(filter, after, limit + 1);
        List<AlertView> items = alerts.list(ids.subList(0, Math.min(limit, ids.size())));
        if (ids.size() <= limit) {
            return new Page<>(items, null);
        }
        AlertView last = items.get(items.size() - 1);
        return new Page<>(items, new Cursor(last.openedAt(), last.id()).encode());
    }
}
