package org.tocsin.notify.intake;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.ChangeKind;
import org.tocsin.notify.delivery.Told;
import org.tocsin.notify.subscription.Channel;

/**
 * How long ordinary updates of an alert wait after a subscriber was last sent something about it. An update that waits is
 * folded into whatever is sent next about the alert. Nothing else ever waits: neither a first alert nor an escalation, a
 * retraction or an end. Pure.
 *
 * @param email of e-mails, zero for none
 * @param webhook of webhooks, zero for none
 */
record CoolDown(Duration email, Duration webhook) {

    static final CoolDown NONE = new CoolDown(Duration.ZERO, Duration.ZERO);

    CoolDown {
        if (email.isNegative() || webhook.isNegative()) {
            throw new IllegalArgumentException("a cool-down cannot be negative");
        }
    }

    /**
     * When a version may go at the earliest: now, or for an ordinary update the end of the cool-down.
     *
     * @param told what the subscriber knows of the alert, null when nothing
     * @param urgent whether the version is urgent for this subscriber
     */
    Instant earliest(ChangeKind kind, boolean urgent, @Nullable Told told, Channel.Type channel, Instant now) {
        if (kind != ChangeKind.UPDATED || urgent || told == null || !told.heard()) {
            return now;
        }
        Duration wait = channel == Channel.Type.EMAIL ? email : webhook;
        // Another replica's clock may be ahead, which must not make anybody wait longer.
        Instant last = told.lastAt().isAfter(now) ? now : told.lastAt();
        Instant end = last.plus(wait);
        return end.isAfter(now) ? end : now;
    }
}
