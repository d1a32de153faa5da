package org.tocsin.alert.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.tocsin.alert.category.Categories;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.figure.ReconciledFigure;
import org.tocsin.alert.figure.Reconciliation;
import org.tocsin.alert.figure.Reported;
import org.tocsin.alert.score.Score;
import org.tocsin.alert.score.ScoreFacts;
import org.tocsin.alert.score.Scoring;
import org.tocsin.alert.score.Vulnerable;
import org.tocsin.alert.text.CanonicalText;

/** Computes what an alert says from nothing but its reports, so that their order of arrival leaves no trace. Pure. */
final class Assessor {

    private static final int MAX_PLACES = 20;
    private static final int MAX_FIGURES = 30;

    private final Categories categories;
    private final Scoring scoring;

    Assessor(Categories categories, Scoring scoring) {
        this.categories = categories;
        this.scoring = scoring;
    }

    Assessment of(String categoryCode, String country, List<Report> reports) {
        Category category = categories.get(categoryCode);
        List<Report> voiced = reports.stream()
                .filter(report -> report.relation() != Relation.COPY)
                .sorted(Comparator.comparing(Report::eventAt).thenComparing(Report::documentId))
                .toList();
        List<ReconciledFigure> figures =
                Reconciliation.of(reported(voiced)).stream().limit(MAX_FIGURES).toList();
        Map<String, Double> trusts = trusts(reports);
        List<Place> places = places(voiced);
        boolean planned = voiced.stream().allMatch(report -> report.facts().planned());
        Score score =
                scoring.of(ScoreFacts.of(category, figures, Vulnerable.in(words(voiced)), planned, trusts.values()));
        var wording = new Wording(category, country, places, figures, planned);
        String summary = wording.summary(reports.size(), trusts.size());
        List<String> countries = countries(country, voiced);
        return new Assessment(
                aspects(categoryCode, reports),
                countries,
                places,
                figures,
                score,
                wording.title(),
                summary,
                wording.headline(),
                reports.size(),
                trusts.size(),
                time(reports, Comparator.naturalOrder()),
                time(reports, Comparator.reverseOrder()),
                searchWords(wording, summary, countries, reports));
    }

    private static List<Reported> reported(List<Report> voiced) {
        var reported = new ArrayList<Reported>();
        for (Report report : voiced) {
            ReportFacts facts = report.facts();
            facts.figures()
                    .forEach(figure -> reported.add(new Reported(
                            figure,
                            facts.documentId(),
                            report.voice(),
                            facts.source().reliability(),
                            facts.eventAt())));
        }
        return reported;
    }

    /**
     * Trust per independent voice. A text and its copies speak with one voice, that of the original, and are believed as
     * much as the best outlet that carries it.
     */
    private static Map<String, Double> trusts(List<Report> reports) {
        var voices = new HashMap<UUID, String>();
        reports.stream()
                .filter(report -> report.relation() != Relation.COPY)
                .forEach(report -> voices.put(report.documentId(), report.voice()));
        var trusts = new LinkedHashMap<String, Double>();
        for (Report report : reports) {
            UUID text = report.copyOf() != null ? report.copyOf() : report.documentId();
            String voice = voices.getOrDefault(text, report.voice());
            trusts.merge(voice, report.facts().source().reliability().trust(), Math::max);
        }
        return trusts;
    }

    private static List<String> words(List<Report> voiced) {
        return voiced.stream()
                .map(Report::facts)
                .flatMap(facts -> Stream.concat(
                        Stream.concat(Stream.of(facts.title()), facts.quotes().stream()),
                        facts.figures().stream().map(figure -> figure.quote())))
                .toList();
    }

    private static List<String> aspects(String category, List<Report> reports) {
        var aspects = new LinkedHashSet<String>();
        aspects.add(category);
        reports.forEach(report -> aspects.addAll(report.facts().categories()));
        return List.copyOf(aspects);
    }

    private static List<String> countries(String country, List<Report> voiced) {
        var countries = new LinkedHashSet<String>();
        if (!country.equals(ReportFacts.UNKNOWN_COUNTRY)) {
            countries.add(country);
        }
        // Reports that an editor brought in may tell of another acting state.
        voiced.stream()
                .map(report -> report.facts().country())
                .filter(code -> !code.equals(ReportFacts.UNKNOWN_COUNTRY))
                .forEach(countries::add);
        voiced.forEach(report -> report.facts().places().stream()
                .map(Place::country)
                .filter(code -> code != null && !code.isBlank())
                .forEach(countries::add));
        return List.copyOf(countries);
    }

    /** Places by how many reports name them. One P-code is one place, by the name that comes first. */
    private static List<Place> places(List<Report> voiced) {
        var named = new LinkedHashMap<String, Place>();
        var counts = new HashMap<String, Integer>();
        for (Report report : voiced) {
            Set<String> counted = new LinkedHashSet<>();
            for (Place place : report.facts().places()) {
                String key = place.country() + "/" + CanonicalText.fold(place.name());
                named.putIfAbsent(key, place);
                if (counted.add(key)) {
                    counts.merge(key, 1, Integer::sum);
                }
            }
        }
        return named.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -counts.getOrDefault(entry.getKey(), 0)))
                .map(Map.Entry::getValue)
                .limit(MAX_PLACES)
                .toList();
    }

    private static Instant time(List<Report> reports, Comparator<Instant> order) {
        return reports.stream().map(Report::eventAt).min(order).orElseThrow();
    }

    private static List<String> searchWords(Wording wording, String summary, List<String> countries, List<Report> all) {
        Stream<String> texts = all.stream()
                .map(Report::facts)
                .flatMap(facts -> Stream.concat(
                        Stream.concat(
                                Stream.of(facts.title()),
                                facts.places().stream().map(Place::name)),
                        facts.quotes().stream()));
        return SearchText.of(wording.title() + " " + summary, countries, List.of(), texts);
    }
}
