package org.tocsin.notify.email;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertVersions;
import org.tocsin.notify.delivery.Owed;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.Subscriptions;

/** Loads what mails need, for many at a time. */
@Singleton
class MailContexts {

    private static final String THREADS =
            """
            select d.id, f.id as first, f.alert_version as first_version,
                   (select count(*)::int4 from delivery o where o.lane_id = d.lane_id and o.alert_id = d.alert_id
                       and o.folded_into = d.id) as folded
              from delivery d
              left join lateral (
                  select e.id, e.alert_version from delivery e
                   where e.lane_id = d.lane_id and e.alert_id = d.alert_id and e.alert_version < d.alert_version
                     and e.status = 'DELIVERED'
                   order by e.alert_version limit 1) f on true
             where d.id = any (?)
            """;

    private final Sql sql;
    private final AlertVersions alerts;
    private final Subscriptions subscriptions;

    MailContexts(Sql sql, AlertVersions alerts, Subscriptions subscriptions) {
        this.sql = sql;
        this.alerts = alerts;
        this.subscriptions = subscriptions;
    }

    private record Thread(UUID delivery, @Nullable UUID first, @Nullable Integer firstVersion, int folded) {}

    /** Leaves out deliveries whose subscription is gone. */
    List<MailContext> load(List<Owed> deliveries) {
        Map<UUID, Subscription> known = subscriptions.find(
                deliveries.stream().map(Owed::subscription).distinct().toList());
        Map<UUID, Thread> threads = threads(deliveries);
        var versions = alerts.find(deliveries.stream()
                .flatMap(owed -> keys(owed, threads.get(owed.id())))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<MailContext> contexts = new ArrayList<>(deliveries.size());
        for (Owed owed : deliveries) {
            Subscription subscription = known.get(owed.subscription());
            if (subscription != null) {
                Thread thread = threads.getOrDefault(owed.id(), new Thread(owed.id(), null, null, 0));
                contexts.add(new MailContext(
                        owed,
                        subscription,
                        versions.get(key(owed.alert(), owed.version())),
                        thread.first(),
                        versions.get(key(owed.alert(), thread.firstVersion())),
                        thread.folded()));
            }
        }
        return contexts;
    }

    private Map<UUID, Thread> threads(List<Owed> deliveries) {
        Map<UUID, Thread> threads = new HashMap<>();
        sql.list(
                        THREADS,
                        row -> new Thread(
                                row.uuid("id"),
                                row.uuidOrNull("first"),
                                row.integerOrNull("first_version"),
                                row.integer("folded")),
                        deliveries.stream().map(Owed::id).collect(Collectors.toList()))
                .forEach(thread -> threads.put(thread.delivery(), thread));
        return threads;
    }

    private static Stream<AlertVersions.@Nullable Key> keys(Owed owed, @Nullable Thread thread) {
        return Stream.of(
                key(owed.alert(), owed.version()), key(owed.alert(), thread == null ? null : thread.firstVersion()));
    }

    private static AlertVersions.@Nullable Key key(@Nullable UUID alert, @Nullable Integer version) {
        return alert == null || version == null ? null : new AlertVersions.Key(alert, version);
    }
}
