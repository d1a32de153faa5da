package org.tocsin.notify.audit;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.access.Caller;
import org.tocsin.platform.paging.Cursor;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.paging.PageQuery;

/** What callers may read of the log: admins all of it, partners what concerns their organisation. */
@ApplicationScoped
class AuditService {

    private final AuditLog log;
    private final Caller caller;

    AuditService(AuditLog log, Caller caller) {
        this.log = log;
        this.caller = caller;
    }

    @Transactional
    Page<AuditEntry> list(@Nullable UUID organisation, @Nullable UUID subject, PageQuery page) {
        UUID only = caller.onlyOrganisation();
        if (only != null && organisation != null && !only.equals(organisation)) {
            return new Page<>(List.of(), null);
        }
        Cursor cursor = page.cursor(1);
        List<AuditEntry> found = log.list(
                only == null ? organisation : only,
                subject,
                cursor == null ? null : cursor.number(0),
                page.limitPlusOne());
        return page.page(found, entry -> entry, entry -> Cursor.encode(entry.id()));
    }
}
