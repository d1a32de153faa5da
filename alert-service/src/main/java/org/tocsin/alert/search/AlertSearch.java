package org.tocsin.alert.search;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.tocsin.alert.alert.AlertService;
import org.tocsin.alert.alert.AlertView;
import org.tocsin.platform.paging.Cursor;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;

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
    Page<AlertView> page(AlertFilter filter, PageQuery query) {
        List<UUID> ids = queries.find(filter, query.cursor(2), query.limitPlusOne());
        return query.page(alerts.list(ids), Function.identity(), last -> Cursor.encode(last.openedAt(), last.id()));
    }
}
