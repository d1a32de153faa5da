package org.tocsin.monitor.source;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;

import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.source.SourceHealth.State;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.version.EntityTags;

import com.github.f4b6a3.uuid.UuidCreator;

/** Keeps the sources and their place in the timetable together. */
@ApplicationScoped
@Transactional
class SourceService {

    private final SourceRepository sources;
    private final PollTimetable timetable;
    private final SourceConfig config;
    private final Clock clock;

    SourceService(SourceRepository sources, PollTimetable timetable, SourceConfig config, Clock clock) {
        this.sources = sources;
        this.timetable = timetable;
        this.config = config;
        this.clock = clock;
    }

    /** Adds a source, to be polled at once. */
    SourceView add(SourceRequest request) {
        return SourceView.from(add(request.check(true, config)));
    }

    /** Adds those that are not there yet. */
    SourceImport addAll(List<SourceRequest> requests) {
        int added = 0;
        int present = 0;
        List<SourceImport.Objection> objections = new ArrayList<>();
        for (SourceRequest request : requests) {
            try {
                SourceDetails details = request.check(true, config);
                if (sources.isPolledAlready(String.valueOf(details.url()))) {
                    present++;
                } else {
                    add(details);
                    added++;
                }
            } catch (ProblemException e) {
                objections.add(new SourceImport.Objection(request.name(), e.errors()));
            }
        }
        return new SourceImport(added, present, objections);
    }

    List<SourceView> list(@Nullable UUID after, int limit) {
        return sources.list(after, limit).stream().map(SourceView::from).toList();
    }

    List<SourceDetails> polled() {
        return sources.polled().stream().map(Source::details).toList();
    }

    boolean isEmpty() {
        return sources.count() == 0;
    }

    SourceView get(UUID id) {
        return SourceView.from(present(id));
    }

    /** Replaces all that people decide about a source. */
    SourceView change(UUID id, SourceRequest request, @Nullable String ifMatch) {
        Source source = present(id);
        EntityTags.check(ifMatch, source.version());
        SourceDetails before = source.details();
        SourceDetails after = request.check(source.isPolled(), config);
        Instant now = clock.instant();
        source.change(after, now);
        flush();
        URI url = after.url();
        boolean readOtherwise = !before.reading().equals(after.reading());
        if (url != null && (readOtherwise || !Objects.equals(before.url(), url))) {
            timetable.enter(id, CanonicalUrl.hostOf(url), now);
        } else if (source.isPolled() && after.enabled()) {
            boolean resumed = !before.enabled();
            timetable.bringForward(id, resumed ? now : now.plus(after.pollInterval()));
        }
        return SourceView.from(source);
    }

    void remove(UUID id, @Nullable String ifMatch) {
        Source source = present(id);
        EntityTags.check(ifMatch, source.version());
        source.remove(clock.instant());
    }

    /** Has a source polled as soon as its host is free. */
    void pollNow(UUID id) {
        Source source = present(id);
        if (!source.isPolled()) {
            throw ProblemException.conflict("This source sends its documents by itself.");
        }
        if (!source.details().enabled()) {
            throw ProblemException.conflict("This source is switched off; enable it first.");
        }
        timetable.bringForward(id, clock.instant());
    }

    SourceHealth health(UUID id) {
        Source source = present(id);
        Instant now = clock.instant();
        SourceRhythm rhythm = timetable.rhythm(id, now);
        if (!source.isPolled()) {
            return SourceHealth.pushed().against(rhythm, now);
        }
        SourceHealth health = timetable
                .health(id)
                .orElseThrow(() -> new IllegalStateException("A polled source is missing in the timetable"))
                .against(rhythm, now);
        if (source.details().enabled()) {
            return health;
        }
        return health.state() == State.GONE
                ? health.notPolled(State.GONE, health.reason())
                : health.notPolled(State.DISABLED, "It is switched off.");
    }

    private Source add(SourceDetails details) {
        URI url = Objects.requireNonNull(details.url(), "a polled source has an address");
        if (sources.isPolledAlready(url.toString())) {
            throw alreadyThere();
        }
        Instant now = clock.instant();
        Source source = new Source(UuidCreator.getTimeOrderedEpoch(), details, now);
        sources.persist(source);
        flush();
        timetable.enter(source.id(), CanonicalUrl.hostOf(url), now);
        return source;
    }

    /** Writes now, so that hand-written statements see it and a second source of the same address is noticed here. */
    private void flush() {
        try {
            sources.flush();
        } catch (ConstraintViolationException e) {
            throw alreadyThere();
        } catch (PersistenceException e) {
            throw e.getCause() instanceof ConstraintViolationException ? alreadyThere() : e;
        }
    }

    private Source present(UUID id) {
        return sources.findPresent(id).orElseThrow(() -> ProblemException.notFound("There is no source of this id."));
    }

    private static ProblemException alreadyThere() {
        return ProblemException.conflict("There is a source of this address already.");
    }
}
