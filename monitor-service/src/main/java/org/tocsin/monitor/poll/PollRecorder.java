package org.tocsin.monitor.poll;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.document.Accepted;
import org.tocsin.monitor.document.DocumentIntake;
import org.tocsin.monitor.fetch.FetchResult;
import org.tocsin.monitor.fetch.Validators;
import org.tocsin.monitor.parse.FeedHints;
import org.tocsin.monitor.poll.PollOutcome.Kind;
import org.tocsin.monitor.source.SourceHealth.State;

/** Writes what a visit found: new documents, their events and the source's new state in one transaction. */
@ApplicationScoped
@Transactional
class PollRecorder {

    /** How many visits in a row must say that an address has moved or is gone, until it is believed. */
    static final int CONFIRMATIONS = 3;

    /** When to come again for what one visit had no time for. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final PollRepository polls;
    private final MoveRepository moves;
    private final DocumentIntake intake;
    private final PollSchedule schedule;
    private final Event<PushOffer> offers;
    private final Clock clock;

    PollRecorder(
            PollRepository polls,
            MoveRepository moves,
            DocumentIntake intake,
            PollConfig config,
            Event<PushOffer> offers,
            Clock clock) {
        this.polls = polls;
        this.moves = moves;
        this.intake = intake;
        this.schedule = new PollSchedule(config.longestHint(), config.longestBackOff());
        this.offers = offers;
        this.clock = clock;
    }

    /** The server sent a feed. */
    Kind changed(DuePoll poll, FetchResult.Modified result, Harvest harvest) {
        if (!polls.holds(poll)) {
            return Kind.LOST;
        }
        Instant now = clock.instant();
        int added = 0;
        for (Accepted accepted : intake.accept(EntryDocuments.of(harvest.entries(), poll, now))) {
            added += accepted.added() ? 1 : 0;
        }
        noteMove(poll, result.uri(), result.movedPermanently(), now);
        FeedHints hints = harvest.feed().hints();
        FeedHints.Push push = hints.push() == null ? result.push() : hints.push();
        if (push != null) {
            offers.fire(new PushOffer(poll.source(), push));
        }
        Instant next =
                schedule.afterSuccess(now, poll.interval(), hints.skipHours(), hints.timeToLive(), result.freshFor());
        if (harvest.left() > 0 && next.isAfter(now.plus(SOON))) {
            next = now.plus(SOON);
        }
        // What was not read to its end is asked for in full again.
        Validators validators = result.cut() || harvest.isIncomplete() ? Validators.NONE : result.validators();
        Kind kind = added > 0 ? Kind.CHANGED : Kind.UNCHANGED;
        polls.record(poll, new PollOutcome(kind, State.OK, reason(harvest, added), 0, validators, added, next), now);
        return kind;
    }

    private static String reason(Harvest harvest, int added) {
        String read = "Read %d entries, %d of them new."
                .formatted(harvest.feed().entries().size(), added);
        return harvest.left() == 0 ? read : read + " %d wait for the next visit.".formatted(harvest.left());
    }

    /** The server has nothing new. */
    Kind unchanged(DuePoll poll, FetchResult.NotModified result) {
        if (!polls.holds(poll)) {
            return Kind.LOST;
        }
        Instant now = clock.instant();
        noteMove(poll, result.uri(), result.movedPermanently(), now);
        Instant next = schedule.afterSuccess(now, poll.interval(), Set.of(), null, result.freshFor());
        String reason = "Nothing new since the last poll (HTTP 304).";
        polls.record(poll, new PollOutcome(Kind.UNCHANGED, State.OK, reason, 0, poll.validators(), 0, next), now);
        return Kind.UNCHANGED;
    }

    /** A redirect for good is followed at once, and remembered when it was seen several times. */
    private void noteMove(DuePoll poll, URI target, boolean moved, Instant now) {
        int seen = moves.sight(poll.source().id(), moved ? target : null);
        if (seen >= CONFIRMATIONS) {
            moves.move(poll.source().id(), target, CanonicalUrl.hostOf(target), now);
        }
    }

    /** The server asks for patience. */
    Kind deferred(DuePoll poll, FetchResult.Later result) {
        int failures = poll.failures() + 1;
        Instant now = clock.instant();
        Instant next = schedule.afterDeferral(now, poll.interval(), result.retryAfter(), failures, random());
        return failed(poll, Kind.DEFERRED, result.reason(), next, now);
    }

    /** The visit failed, or what was sent is of no use. */
    Kind failed(DuePoll poll, Kind kind, String reason) {
        Instant now = clock.instant();
        Instant next = schedule.afterFailure(now, poll.interval(), poll.failures() + 1, random());
        return failed(poll, kind, reason, next, now);
    }

    /** The publisher withdrew the address; once that is certain, nobody comes again until somebody changes the source. */
    Kind gone(DuePoll poll, FetchResult.Gone result) {
        if (poll.goneBefore() + 1 < CONFIRMATIONS) {
            return failed(poll, Kind.GONE, result.reason());
        }
        if (!polls.holds(poll)) {
            return Kind.LOST;
        }
        Instant now = clock.instant();
        polls.disable(poll.source().id(), now);
        polls.record(
                poll,
                new PollOutcome(
                        Kind.GONE,
                        State.GONE,
                        result.reason(),
                        poll.failures() + 1,
                        Validators.NONE,
                        0,
                        now.plus(poll.interval())),
                now);
        return Kind.GONE;
    }

    private Kind failed(DuePoll poll, Kind kind, String reason, Instant next, Instant now) {
        if (!polls.holds(poll)) {
            return Kind.LOST;
        }
        PollOutcome outcome =
                new PollOutcome(kind, State.FAILING, reason, poll.failures() + 1, poll.validators(), 0, next);
        polls.record(poll, outcome, now);
        return kind;
    }

    private static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
