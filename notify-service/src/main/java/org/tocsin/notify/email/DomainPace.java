package org.tocsin.notify.email;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Spreads the mails to one domain over time: mail providers put off, or refuse, senders that come in bursts. Each mail
 * beyond the pace gets a turn of its own, so that waiting mails keep their order and none asks twice in vain. Safe for
 * use by several threads.
 */
final class DomainPace {

    private static final int MANY_DOMAINS = 10_000;
    private static final int MANY_TURNS = 1_000;
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

    private final Duration interval;
    private final Duration burst;
    private final Map<String, Domain> domains = new HashMap<>();

    /**
     * @param perSecond mails to one domain, more than 0
     * @param burst so many may go at once after a rest
     */
    DomainPace(double perSecond, int burst) {
        this.interval = Duration.ofNanos(Math.round(1_000_000_000 / perSecond));
        this.burst = interval.multipliedBy(Math.max(1, burst) - 1L);
    }

    private static final class Domain {
        private Instant next;
        private final Map<UUID, Instant> turns = new HashMap<>();

        private Domain(Instant next) {
            this.next = next;
        }

        /** A clock that was set back must not make mails wait for it, and what never came for its turn is forgotten. */
        private void keepUpWith(Instant now, Duration interval, Duration burst) {
            if (next.isAfter(now.plus(interval.multipliedBy(turns.size() + 1L)))) {
                turns.clear();
                next = now.minus(burst);
            }
            if (turns.size() > MANY_TURNS) {
                turns.values().removeIf(turn -> turn.isBefore(now.minus(FORGET_AFTER)));
            }
        }
    }

    /** Empty when the mail may go now, otherwise when its turn is. */
    synchronized Optional<Instant> turn(String domain, UUID mail, Instant now) {
        if (domains.size() > MANY_DOMAINS) {
            forget(now);
        }
        Domain known = domains.computeIfAbsent(domain, name -> new Domain(now.minus(burst)));
        known.keepUpWith(now, interval, burst);
        Instant turn = known.turns.get(mail);
        if (turn == null) {
            turn = later(known.next, now.minus(burst));
            known.next = turn.plus(interval);
        }
        if (turn.isAfter(now)) {
            known.turns.put(mail, turn);
            return Optional.of(turn);
        }
        known.turns.remove(mail);
        return Optional.empty();
    }

    private void forget(Instant now) {
        Iterator<Domain> all = domains.values().iterator();
        while (all.hasNext()) {
            if (all.next().next.isBefore(now.minus(FORGET_AFTER))) {
                all.remove();
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The part of an address that names the provider, in lower case; empty when there is none. */
    static String domainOf(@Nullable String address) {
        int at = address == null ? -1 : address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1).toLowerCase(Locale.ROOT);
    }
}
