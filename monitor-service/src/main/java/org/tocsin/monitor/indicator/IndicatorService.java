package org.tocsin.monitor.indicator;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.request.FieldErrors;
import org.tocsin.monitor.source.PushSources;
import org.tocsin.monitor.source.Pusher;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.version.EntityTags;

/** Defines indicators. */
@ApplicationScoped
@Transactional
class IndicatorService {

    private final IndicatorRepository indicators;
    private final PushSources sources;
    private final Clock clock;

    IndicatorService(IndicatorRepository indicators, PushSources sources, Clock clock) {
        this.indicators = indicators;
        this.sources = sources;
        this.clock = clock;
    }

    List<IndicatorView> list(@Nullable String after, int limit) {
        return indicators.list(after, limit).stream().map(IndicatorView::from).toList();
    }

    IndicatorView get(String id) {
        return IndicatorView.from(indicators.find(id).orElseThrow(IndicatorService::unknown));
    }

    /**
     * Adds an indicator.
     *
     * @throws ProblemException 422 when it is not acceptable, 409 when there is one of this id
     */
    IndicatorView add(IndicatorRequest request, String user) {
        FieldErrors errors = new FieldErrors();
        String id = request.checkedId(errors);
        Indicator.Details details = request.check(errors);
        Pusher source = request.checkedSource(errors);
        errors.throwIfAny();
        Instant now = clock.instant();
        if (!indicators.insert(new Indicator(id, 1, 1, details, origin(source), now, now, user))) {
            throw ProblemException.conflict("There is an indicator of this id already.");
        }
        return get(id);
    }

    /** Replaces all that people decide about an indicator but its periodicity, by which its observations are kept. */
    IndicatorView change(String id, IndicatorRequest request, @Nullable String ifMatch, String user) {
        Indicator present = indicators.findForChange(id).orElseThrow(IndicatorService::unknown);
        EntityTags.check(ifMatch, present.version());
        FieldErrors errors = new FieldErrors();
        Indicator.Details details = request.check(errors);
        Pusher source = request.checkedSource(errors);
        errors.require(
                request.id() == null || request.id().equals(id), "/id", "It is another one than in the address.");
        errors.throwIfAny();
        if (details.periodicity() != present.details().periodicity()) {
            throw ProblemException.conflict("The periodicity stays as it is; define another indicator instead.");
        }
        store(present, details, origin(source), user);
        return get(id);
    }

    /** Keeps the indicator and its observations, and watches it no longer. */
    void disable(String id, @Nullable String ifMatch, String user) {
        Indicator present = indicators.findForChange(id).orElseThrow(IndicatorService::unknown);
        EntityTags.check(ifMatch, present.version());
        Indicator.Details d = present.details();
        if (d.enabled()) {
            Indicator.Details off = new Indicator.Details(
                    d.title(),
                    d.unit(),
                    d.category(),
                    d.country(),
                    d.action(),
                    d.url(),
                    d.periodicity(),
                    d.direction(),
                    d.gaps(),
                    d.thresholds(),
                    false);
            store(present, off, present.origin(), user);
        }
    }

    private void store(Indicator present, Indicator.Details details, Indicator.Origin origin, String user) {
        boolean watchedAlike = details.watchesLike(present.details());
        indicators.update(new Indicator(
                present.id(),
                present.version() + 1,
                present.watchVersion() + (watchedAlike ? 0 : 1),
                details,
                origin,
                present.createdAt(),
                clock.instant(),
                user));
    }

    /** Only the id is stored with the indicator; what else is known of the source is kept there. */
    private Indicator.Origin origin(Pusher source) {
        var found = sources.find(source);
        return new Indicator.Origin(found.id(), found.name(), "F", null);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no indicator of this id.");
    }
}
