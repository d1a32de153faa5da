package org.tocsin.notify.subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.tocsin.notify.alert.AlertReader;
import org.tocsin.notify.filter.AlertFacts;
import org.tocsin.notify.filter.Condition;
import org.tocsin.notify.filter.Filter;
import org.tocsin.notify.store.Row;
import org.tocsin.notify.store.Sql;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;

/** Holds filters against the alerts that were seen lately. */
@ApplicationScoped
class PreviewService {

    private static final int DEFAULT_DAYS = 7;
    private static final String RECENT =
            """
            select kind, occurred_at, data from alert_version
             where seen_at >= ? order by seen_at desc limit 1000
            """;

    private final Sql sql;
    private final AlertReader alerts;
    private final Clock clock;

    PreviewService(Sql sql, AlertReader alerts, Clock clock) {
        this.sql = sql;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Transactional
    Preview preview(PreviewBody body) {
        List<FieldError> errors = new ArrayList<>();
        Filter filter = new FilterReader(errors, "/filter").read(body.filter());
        if (!errors.isEmpty()) {
            throw ProblemException.invalid("The filter cannot be accepted as it is.", errors);
        }
        return preview(filter, body.days() == null ? DEFAULT_DAYS : body.days());
    }

    @Transactional
    Preview preview(Filter filter, int days) {
        Instant since = clock.instant().minus(Duration.ofDays(days));
        Condition condition = filter.condition();
        List<Preview.Item> items = sql.list(RECENT, row -> item(row, condition), since);
        int matched = (int) items.stream().filter(Preview.Item::matches).count();
        return new Preview(since, items.size(), matched, items);
    }

    private Preview.Item item(Row row, Condition condition) {
        var alert = alerts.read(row.bytes("data"));
        return Preview.Item.from(
                alert, row.text("kind"), row.instant("occurred_at"), condition.test(AlertFacts.of(alert)));
    }
}
