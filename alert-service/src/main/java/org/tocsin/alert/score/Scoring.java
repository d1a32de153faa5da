package org.tocsin.alert.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Computes the score of an alert from its facts; docs/scoring.md explains every formula. More people, deaths or growth
 * never lower the severity, and a further independent voice never lowers the confidence.
 */
public final class Scoring {

    private static final double CERTAIN = 0.99;

    private final ScoreWeights weights;

    public Scoring(ScoreWeights weights) {
        this.weights = weights;
    }

    public Score of(ScoreFacts facts) {
        var components = new ArrayList<ScoreComponent>();
        add(
                components,
                "category",
                facts.category().base(),
                facts.category().label(),
                Map.of("category", facts.category().code()));
        add(
                components,
                "magnitude",
                magnitude(facts.people()),
                people(facts.people()),
                Map.of("people", facts.people()));
        add(
                components,
                "casualties",
                casualties(facts),
                facts.killed() + " killed, " + facts.injured() + " injured",
                Map.of("killed", facts.killed(), "injured", facts.injured()));
        add(
                components,
                "rate",
                rate(facts.perDay()),
                number(facts.perDay()) + " people each day",
                Map.of("perDay", facts.perDay()));
        add(
                components,
                "trend",
                trend(facts.growth()),
                growth(facts.growth()),
                Map.of("growth", Math.round(facts.growth() * 10) / 10.0));
        List<String> groups = List.copyOf(new TreeSet<>(facts.vulnerable()));
        add(
                components,
                "vulnerable",
                vulnerable(facts),
                String.join(", ", groups),
                Map.of("groups", groups.stream().map(Scoring::code).toList()));
        boolean lives = facts.killed() > 0;
        add(
                components,
                "lasting",
                lasting(facts),
                lives ? "Lives lost" : "Harm that is hard to undo",
                Map.of("livesLost", lives));
        if (facts.planned()) {
            add(components, "planned", -weights.planned(), "Announced, not yet done", Map.of());
        }
        components.sort(
                Comparator.comparingInt(ScoreComponent::points).reversed().thenComparing(ScoreComponent::component));
        int sum = components.stream().mapToInt(ScoreComponent::points).sum();
        int severity = Math.max(0, Math.min(100, sum));
        Band band = Band.of(severity);
        return new Score(
                severity,
                band,
                confidence(facts.trusts()),
                urgency(facts.planned(), band),
                components,
                confidenceReason(facts.trusts()),
                weights.version());
    }

    private static void add(
            List<ScoreComponent> components, String name, double points, String reason, Map<String, Object> basis) {
        int rounded = (int) Math.round(points);
        if (rounded != 0) {
            components.add(new ScoreComponent(name, rounded, reason, basis));
        }
    }

    /** "Elderly or sick people" becomes ELDERLY_OR_SICK_PEOPLE. */
    private static String code(String group) {
        return group.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private double magnitude(long people) {
        return people < 1 ? 0 : Math.min(weights.magnitudeMax(), weights.magnitudePerDecade() * Math.log10(people));
    }

    private double casualties(ScoreFacts facts) {
        double killed = facts.killed() < 1
                ? 0
                : Math.min(
                        weights.killedMax(),
                        weights.killedFirst() + weights.killedPerDecade() * Math.log10(facts.killed()));
        double injured = facts.injured() < 1
                ? 0
                : Math.min(
                        weights.injuredMax(),
                        weights.injuredFirst() + weights.injuredPerDecade() * Math.log10(facts.injured()));
        return killed + injured;
    }

    private double rate(long perDay) {
        return perDay <= 10 ? 0 : Math.min(weights.rateMax(), weights.ratePerDecade() * (Math.log10(perDay) - 1));
    }

    private double trend(double growth) {
        return growth <= 1
                ? 0
                : Math.min(weights.trendMax(), weights.trendPerDoubling() * Math.log(growth) / Math.log(2));
    }

    private double vulnerable(ScoreFacts facts) {
        int groups = facts.vulnerable().size();
        return groups == 0
                ? 0
                : Math.min(
                        weights.vulnerableMax(),
                        weights.vulnerableFirst() + weights.vulnerableFurther() * (groups - 1));
    }

    private double lasting(ScoreFacts facts) {
        return facts.category().lasting() + (facts.killed() > 0 ? weights.death() : 0);
    }

    /** The probability that not all voices are wrong, were they wrong independently; never certainty. */
    private static double confidence(List<Double> trusts) {
        double allWrong = 1;
        for (double trust : trusts) {
            allWrong *= 1 - trust;
        }
        return Math.round(Math.min(CERTAIN, 1 - allWrong) * 100) / 100.0;
    }

    private static String confidenceReason(List<Double> trusts) {
        // Several weak voices weigh as much as fewer good ones: this is how many of the best kind they amount to.
        double best = trusts.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double effective = trusts.stream().mapToDouble(Double::doubleValue).sum() / best;
        return String.format(
                Locale.ROOT,
                "%d independent source%s, as good as %.1f of the best of them",
                trusts.size(),
                trusts.size() == 1 ? "" : "s",
                effective);
    }

    private static Urgency urgency(boolean planned, Band band) {
        boolean grave = band.above(Band.MODERATE);
        if (planned) {
            return grave ? Urgency.EXPECTED : Urgency.FUTURE;
        }
        return grave ? Urgency.IMMEDIATE : Urgency.EXPECTED;
    }

    private static String people(long people) {
        return number(people) + (people == 1 ? " person" : " people") + " as a measure of its size";
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String growth(double growth) {
        return String.format(Locale.ROOT, "The figure is %.1f times the first one", growth);
    }
}
