package org.tocsin.notify.bounce;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.delivery.Returns;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.subscription.Subscriptions;
import org.tocsin.notify.subscription.Trouble;

import io.quarkus.logging.Log;

/** Draws the consequences of a report, once. */
@ApplicationScoped
class MailReportService {

    private static final String REMEMBER =
            """
            insert into mail_report (digest, received_at, kind, delivery_id, status) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private final MailReportParser parser;
    private final Returns returns;
    private final Subscriptions subscriptions;
    private final Sql sql;
    private final Clock clock;

    MailReportService(MailReportParser parser, Returns returns, Subscriptions subscriptions, Sql sql, Clock clock) {
        this.parser = parser;
        this.returns = returns;
        this.subscriptions = subscriptions;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What became of a report.
     *
     * @param subscription that it concerned, null when none of ours
     */
    record Taken(MailReport report, @Nullable UUID subscription) {}

    /** Takes a message; empty when it is no report. One that was taken before changes nothing. */
    @Transactional
    Optional<Taken> take(byte[] message) {
        return parser.parse(message).map(report -> {
            int fresh = sql.update(
                    REMEMBER, digest(message), clock.instant(), report.kind(), report.delivery(), report.status());
            UUID subscription = report.delivery() == null
                    ? null
                    : returns.subscription(report.delivery()).orElse(null);
            if (fresh == 1 && subscription != null) {
                act(report, subscription);
            }
            return new Taken(report, subscription);
        });
    }

    private void act(MailReport report, UUID subscription) {
        UUID delivery = report.delivery();
        Log.infof("Mail of delivery %s: %s %s", delivery, report.kind(), report.status());
        switch (report.kind()) {
            case HARD_BOUNCE -> {
                // The order matters: what came back after it was stopped is sent again when it is resumed.
                subscriptions.disable(subscription, Trouble.BOUNCED);
                returns.cameBack(delivery, "The mail came back: " + report.status());
            }
            case SOFT_BOUNCE -> returns.cameBack(delivery, "The mail came back for now: " + report.status());
            case COMPLAINT -> subscriptions.complained(subscription);
            case PROGRESS -> {
                // Nothing has ended.
            }
        }
    }

    private static byte[] digest(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
