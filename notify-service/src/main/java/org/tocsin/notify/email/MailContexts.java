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
import org.tocsin.notify.alert.Band;
import org.tocsin.notify.delivery.DailyCap;
import org.tocsin.notify.delivery.Owed;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.subscription.Subscription;

/** Loads what mails need, for many at a time. */
@Singleton
class MailContexts {

    private static final String THREADS =
            """
            select d.id, f.id as first, f.alert_version as first_version,
                   (select k.band from delivery k
                     where k.lane_id = d.lane_id and k.alert_id = d.alert_id and k.alert_version < d.alert_version
                       and k.status = 'DELIVERED'
                     order by k.alert_version desc limit 1) as known_band,
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

    MailContexts(Sql sql, AlertVersions alerts) {
        this.sql = sql;
        this.alerts = alerts;
    }

    private record Thread(
            UUID delivery,
            @Nullable UUID first,
            @Nullable Integer firstVersion,
            @Nullable Band knownBand,
            int folded) {}

    /** Leaves out deliveries whose subscription is gone. */
    List<MailContext> load(List<Owed> deliveries, Map<UUID, Subscription> known, Map<UUID, DailyCap.Waiting> waiting) {
        if (deliveries.isEmpty()) {
            return List.of();
        }
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
                Thread thread = threads.getOrDefault(owed.id(), new Thread(owed.id(), null, null, null, 0));
                contexts.add(new MailContext(
                        owed,
                        subscription,
                        versions.get(key(owed.alert(), owed.version())),
                        thread.first(),
                        versions.get(key(owed.alert(), thread.firstVersion())),
                        thread.knownBand(),
                        thread.folded(),
                        waiting.get(owed.subscription())));
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
                                band(row.textOrNull("known_band")),
                                row.integer("folded")),
                        deliveries.stream().map(Owed::id).collect(Collectors.toList()))
                .forEach(thread -> threads.put(thread.delivery(), thread));
        return threads;
    }

    private static @Nullable Band band(@Nullable String name) {
        return name == null ? null : Band.valueOf(name);
    }

    private static Stream<AlertVersions.@Nullable Key> keys(Owed owed, @Nullable Thread thread) {
        return Stream.of(
                key(owed.alert(), owed.version()), key(owed.alert(), thread == null ? null : thread.firstVersion()));
    }

    private static AlertVersions.@Nullable Key key(@Nullable UUID alert, @Nullable Integer version) {
        return alert == null || version == null ? null : new AlertVersions.Key(alert, version);
    }
}
