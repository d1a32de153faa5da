package org.tocsin.alert.rescore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.alert.alert.AlertRescoring;
import org.tocsin.alert.alert.Rescored;
import org.tocsin.alert.score.Band;
import org.tocsin.alert.score.ScoreWeights;
import org.tocsin.alert.score.Scoring;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;

/** Tries other constants on the alerts that are there. */
@ApplicationScoped
class RescoreService {

    private static final Duration USUAL = Duration.ofDays(90);
    private static final int USUAL_LIMIT = 1_000;
    private static final int BATCH = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final AlertRescoring rescoring;
    private final ScoreWeights weights;
    private final Clock clock;

    RescoreService(AlertRescoring rescoring, ScoreWeights weights, Clock clock) {
        this.rescoring = rescoring;
        this.weights = weights;
        this.clock = clock;
    }

    DryRunResult run(DryRun trial) {
        ScoreWeights candidate = candidate(trial);
        Instant until = trial.until() == null ? clock.instant() : trial.until();
        Instant since = trial.since() == null ? until.minus(USUAL) : trial.since();
        int limit = trial.limit() == null ? USUAL_LIMIT : trial.limit();
        var scoring = new Scoring(candidate);
        var all = new ArrayList<Rescored>();
        UUID after = FIRST;
        boolean complete = false;
        while (!complete && all.size() < limit) {
            int wanted = Math.min(BATCH, limit - all.size());
            List<Rescored> batch = rescoring.rescore(scoring, since, after, until, wanted);
            all.addAll(batch);
            complete = batch.size() < wanted;
            if (!batch.isEmpty()) {
                Rescored last = batch.get(batch.size() - 1);
                since = last.openedAt();
                after = last.id();
            }
        }
        return result(candidate.version(), all, complete);
    }

    private ScoreWeights candidate(DryRun trial) {
        List<FieldError> errors = trial.weights().entrySet().stream()
                .filter(entry -> !weights.constants().containsKey(entry.getKey())
                        || !(entry.getValue() >= 0 && entry.getValue() <= 1_000))
                .map(entry -> new FieldError(
                        "/weights/" + entry.getKey().replace("~", "~0").replace("/", "~1"),
                        weights.constants().containsKey(entry.getKey())
                                ? "a number from 0 to 1000"
                                : "one of " + weights.constants().keySet()))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid("These are no constants of the score", errors);
        }
        return weights.with(trial.weights());
    }

    private static DryRunResult result(String version, List<Rescored> all, boolean complete) {
        var bands = new EnumMap<Band, Map<Band, Integer>>(Band.class);
        all.forEach(alert -> bands.computeIfAbsent(alert.bandBefore(), band -> new EnumMap<>(Band.class))
                .merge(alert.band(), 1, Integer::sum));
        List<Rescored> changed = all.stream()
                .filter(alert -> alert.severity() != alert.severityBefore())
                .sorted(Comparator.comparingInt(
                                (Rescored alert) -> -Math.abs(alert.severity() - alert.severityBefore()))
                        .thenComparing(Rescored::id))
                .toList();
        return new DryRunResult(
                version,
                all.size(),
                complete,
                changed.size(),
                bands,
                changed.stream().limit(DryRunResult.MAX_LISTED).toList());
    }
}
