package org.tocsin.notify.subscription;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.store.Sql;

/** The table of subscriptions. Each change also raises the revision that {@link SubscriptionDirectory} watches. */
@Singleton
class SubscriptionRepository {

    private static final String INSERT =
            """
            insert into subscription (id, organisation_id, name, channel, target, filter, schedule, language, state,
                                      state_reason, state_since, valid_from, valid_until, revision, created_at,
                                      updated_at, options, source_notices)
            values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;
    private static final String UPDATE =
            """
            update subscription
               set name = ?, channel = ?, target = ?, filter = ?::jsonb, schedule = ?::jsonb, language = ?, state = ?,
                   state_reason = ?, state_since = ?, valid_from = ?, valid_until = ?, revision = ?, updated_at = ?,
                   options = ?::jsonb, source_notices = ?
             where id = ? and revision = ?
            """;

    private final Sql sql;
    private final SubscriptionColumns columns;

    SubscriptionRepository(Sql sql, SubscriptionColumns columns) {
        this.sql = sql;
        this.columns = columns;
    }

    boolean organisationExists(UUID organisation) {
        return sql.first("select 1 as one from organisation where id = ?", row -> true, organisation)
                .isPresent();
    }

    void insert(Subscription subscription) {
        sql.update(
                INSERT,
                subscription.id(),
                subscription.organisation(),
                subscription.name(),
                subscription.channel().type(),
                subscription.channel().target(),
                columns.write(subscription.filter()),
                columns.write(subscription.schedule()),
                subscription.language(),
                subscription.state(),
                subscription.stateReason(),
                subscription.stateSince(),
                subscription.validFrom(),
                subscription.validUntil(),
                subscription.revision(),
                subscription.createdAt(),
                subscription.updatedAt(),
                columns.options(subscription.channel()),
                subscription.sourceNotices());
        sql.update(
                "insert into lane (id, channel) values (?, ?) on conflict do nothing",
                subscription.id(),
                subscription.channel().type());
        raiseRevision();
    }

    /** False when it was changed by somebody else since it was read. */
    boolean update(Subscription subscription) {
        int changed = sql.update(
                UPDATE,
                subscription.name(),
                subscription.channel().type(),
                subscription.channel().target(),
                columns.write(subscription.filter()),
                columns.write(subscription.schedule()),
                subscription.language(),
                subscription.state(),
                subscription.stateReason(),
                subscription.stateSince(),
                subscription.validFrom(),
                subscription.validUntil(),
                subscription.revision(),
                subscription.updatedAt(),
                columns.options(subscription.channel()),
                subscription.sourceNotices(),
                subscription.id(),
                subscription.revision() - 1);
        raiseRevision();
        return changed == 1;
    }

    /** With everything that belongs to it, the ledger included. */
    void delete(UUID id) {
        // Locks are taken in one order everywhere: subscription, lane, deliveries.
        sql.list("select id from subscription where id = ? for update", row -> row.uuid("id"), id);
        sql.update("delete from lane where id = ?", id);
        sql.update("delete from subscription where id = ?", id);
        raiseRevision();
    }

    Optional<Subscription> find(UUID id) {
        return sql.first(
                "select " + SubscriptionColumns.ALL + " from subscription s where s.id = ?", columns::read, id);
    }

    List<Subscription> find(Collection<UUID> ids) {
        return sql.list(
                "select " + SubscriptionColumns.ALL + " from subscription s where s.id = any (?)", columns::read, ids);
    }

    List<Subscription> list(
            @Nullable UUID organisation, Subscription.@Nullable State state, @Nullable UUID after, int limit) {
        return sql.list(
                "select " + SubscriptionColumns.ALL
                        + """
                         from subscription s
                        where (?::uuid is null or s.organisation_id = ?)
                          and (?::text is null or s.state = ?)
                          and (?::uuid is null or s.id > ?)
                        order by s.id limit ?
                        """,
                columns::read,
                organisation,
                organisation,
                state,
                state,
                after,
                after,
                limit);
    }

    boolean exists(UUID organisation, Channel channel, @Nullable String name) {
        return sql.first(
                        """
                        select 1 as one from subscription
                         where organisation_id = ? and channel = ? and target = ? and name is not distinct from ?
                        """,
                        row -> true,
                        organisation,
                        channel.type(),
                        channel.target(),
                        name)
                .isPresent();
    }

    /** The receivers of those that are webhooks, without the rest. */
    Map<UUID, Channel.Webhook> webhooks(Collection<UUID> ids) {
        return sql
                .list(
                        "select id, target, options from subscription where id = any (?::uuid[]) and channel = 'WEBHOOK'",
                        row -> Map.entry(
                                row.uuid("id"),
                                new Channel.Webhook(
                                        URI.create(row.text("target")), columns.options(row.textOrNull("options")))),
                        ids)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All e-mail subscriptions of one address, of whichever organisation. */
    List<Subscription> ofAddress(String address) {
        return sql.list(
                "select " + SubscriptionColumns.ALL
                        + " from subscription s where s.channel = 'EMAIL' and lower(s.target) = lower(?) order by s.id",
                columns::read,
                address);
    }

    /** All for which alerts may be planned. */
    List<Subscription> active() {
        return sql.list(
                "select " + SubscriptionColumns.ALL + " from subscription s where s.state = 'ACTIVE' order by s.id",
                columns::read);
    }

    long revision() {
        return sql.first("select revision from subscription_revision", row -> row.number("revision"))
                .orElseThrow();
    }

    private void raiseRevision() {
        sql.update("update subscription_revision set revision = revision + 1");
    }
}
