package org.tocsin.notify.subscription;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.audit.AuditLog;

/** Writes changes of subscriptions into the audit log, where a mail address is shown by its first letter only. */
@Singleton
class SubscriptionAudit {

    private final AuditLog log;

    SubscriptionAudit(AuditLog log) {
        this.log = log;
    }

    void added(String actor, Subscription after) {
        write(actor, "ADDED", null, after, after);
    }

    void changed(String actor, String action, Subscription before, Subscription after) {
        write(actor, action, before, after, after);
    }

    void removed(String actor, Subscription before) {
        write(actor, "REMOVED", before, null, before);
    }

    /** Something about it that must not be shown was changed, such as its secret. */
    void touched(String actor, String action, Subscription subscription) {
        write(actor, action, null, null, subscription);
    }

    private void write(
            String actor,
            String action,
            @Nullable Subscription before,
            @Nullable Subscription after,
            Subscription subject) {
        log.add(
                actor,
                action,
                AuditLog.Subject.SUBSCRIPTION,
                subject.id(),
                subject.organisation(),
                before == null ? null : masked(before),
                after == null ? null : masked(after));
    }

    private static SubscriptionView masked(Subscription subscription) {
        return SubscriptionView.from(subscription).withAddressHidden();
    }
}
