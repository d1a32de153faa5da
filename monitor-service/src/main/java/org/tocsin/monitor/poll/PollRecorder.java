package org.tocsin.monitor.poll;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.document.Accepted;
import org.tocsin.monitor.document.DocumentIntake;
import org.tocsin.monitor.fetch.FetchResult;
import org.tocsin.monitor.fetch.Validators;
import org.tocsin.monitor.parse.Feed;
import org.tocsin.monitor.poll.PollOutcome.Kind;
import org.tocsin.monitor.source.SourceHealth.State;

/** Writes what a visit found: new documents, their events and the source's new state in one transaction. */
@ApplicationScoped
@Transactional
class PollRecorder {

    private final PollRepository polls;
    private final DocumentIntake intake;
    private final PollSchedule schedule;
    private final Clock clock;

    PollRecorder(PollRepository polls, DocumentIntake intake, PollConfig config, Clock clock) {
        this.polls = polls;
        this.intake = intake;
        this.schedule = new PollSchedule(config.longestHint(), config.longestBackOff());
        this.clock = clock;
    }

    /** The server sent a feed. */
    Kind changed(DuePoll poll, FetchResult.Modified result, Feed feed) {
        if (!polls.holds(poll)) {
            return Kind.LOST;
        }
        Instant now = clock.instant();
        int added = 0;
        for (Accepted accepted : intake.accept(EntryDocuments.of(feed.entries(), poll, now))) {
            added += accepted.added() ? 1 : 0;
        }
        if (result.movedPermanently()) {
            polls.move(poll.source().id(), result.uri(), CanonicalUrl.hostOf(result.uri()), now);
        }
        Instant next =
                schedule.afterSuccess(now, poll.interval(), feed.skipHours(), feed.timeToLive(), result.freshFor());
        String reason =
                "Read %d entries, %d of them new.".formatted(feed.entries().size(), added);
        // A feed that was cut is asked for in full again: its last entries were not read.
        Validators validators = result.cut() ? Validators.NONE : result.validators();
        Kind kind = added > 0 ? Kind.CHANGED : Kind.UNCHANGED;
        polls.record(poll, new PollOutcome(kind, State.OK, reason, 0, validators, added, next), now);
        return kind;
    }

    /** The server has nothing new. */
    Kind unchanged(DuePoll poll, FetchResult.NotModified result) {
        if (!polls.holds(poll)) {
            return Kind.LOST;
        }
        Instant now = clock.instant();
        Instant next = schedule.afterSuccess(now, poll.interval(), Set.of(), null, result.freshFor());
        String reason = "Nothing new since the last poll (HTTP 304).";
        polls.record(poll, new PollOutcome(Kind.UNCHANGED, State.OK, reason, 0, poll.validators(), 0, next), now);
        return Kind.UNCHANGED;
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

    /** The publisher withdrew the address: nobody comes again until somebody changes the source. */
    Kind gone(DuePoll poll, FetchResult.Gone result) {
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
