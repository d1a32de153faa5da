package org.tocsin.alert.match;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.figure.Figure;

/** The features of a pair of reports. Symmetric: which of the two came first does not matter. */
final class Comparison {

    private static final Duration A_DAY = Duration.ofHours(30);

    /** Counts of one event seldom grow faster than this between two reports. */
    private static final double GROWTH = 4;

    /** Reports of one event share at least so much of their telling words. */
    private static final double USUAL_LIKENESS = 0.25;

    /** Reports of one event that are not copies seldom share more of them. */
    private static final double TEMPLATE_LIKENESS = 0.55;

    /** After so long an update has a text of its own. */
    private static final Duration UPDATE_SPAN = Duration.ofDays(3);

    private Comparison() {}

    static Map<Feature, Double> of(Sighting one, Sighting other, Category category) {
        Sighting earlier = one.eventAt().isAfter(other.eventAt()) ? other : one;
        Sighting later = earlier == one ? other : one;
        var features = new EnumMap<Feature, Double>(Feature.class);
        features.put(Feature.BIAS, 1.0);
        time(earlier, later, category, features);
        places(earlier, later, features);
        figures(earlier, later, category, features);
        words(earlier, later, features);
        if (template(earlier, later, features)) {
            features.put(Feature.TEMPLATE, 1.0);
        }
        if (groupsDiffer(groups(earlier.figures()), groups(later.figures()))) {
            features.put(Feature.GROUP_DIFFERS, 1.0);
        }
        if (earlier.voice().equals(later.voice())) {
            features.put(Feature.SAME_VOICE, 1.0);
        }
        if (share(earlier.categories(), later.categories()) == 0) {
            features.put(Feature.OTHER_CATEGORY, 1.0);
        }
        if (earlier.planned() && !later.planned()) {
            features.put(Feature.PLAN_AND_DEED, 1.0);
        }
        return features;
    }

    private static void time(Sighting earlier, Sighting later, Category category, Map<Feature, Double> features) {
        Duration gap = Duration.between(earlier.eventAt(), later.eventAt());
        features.put(
                Feature.GAP,
                Math.min(1.5, (double) gap.toMinutes() / category.window().toMinutes()));
        if (gap.compareTo(A_DAY) < 0) {
            features.put(Feature.SAME_DAY, 1.0);
        }
    }

    private static void places(Sighting earlier, Sighting later, Map<Feature, Double> features) {
        Set<String> here = earlier.placeKeys();
        Set<String> there = later.placeKeys();
        if (here.isEmpty() || there.isEmpty()) {
            return;
        }
        double shared = share(here, there);
        features.put(shared > 0 ? Feature.PLACE_SAME : Feature.PLACE_DIFFERS, shared > 0 ? shared : 1.0);
        if (shared > 0
                && earlier.baseLanguage().equals(later.baseLanguage())
                && share(PlaceKeys.names(earlier.places()), PlaceKeys.names(later.places())) == 0) {
            features.put(Feature.PLACE_NAMES_DIFFER, 1.0);
        }
    }

    private static double share(Set<String> some, Set<String> others) {
        var both = new HashSet<>(some);
        both.retainAll(others);
        int smaller = Math.min(some.size(), others.size());
        return smaller == 0 ? 0 : (double) both.size() / smaller;
    }

    private static void words(Sighting earlier, Sighting later, Map<Feature, Double> features) {
        if (earlier.baseLanguage().equals(later.baseLanguage())) {
            double likeness = earlier.text().similarity(later.text());
            features.put(Feature.TEXT, likeness);
            features.put(Feature.TEXT_UNLIKE, Math.max(0, 1 - likeness / USUAL_LIKENESS));
        } else {
            features.put(Feature.OTHER_LANGUAGE, 1.0);
        }
        features.put(Feature.NAMES, earlier.text().sharedNames(later.text()));
        if (earlier.text().sharedNumbers(later.text()) > 0) {
            features.put(Feature.NUMBER_SHARED, 1.0);
        }
    }

    private static boolean template(Sighting earlier, Sighting later, Map<Feature, Double> features) {
        if (features.getOrDefault(Feature.TEXT, 0.0) < TEMPLATE_LIKENESS
                || features.containsKey(Feature.NUMBER_SHARED)) {
            return false;
        }
        boolean late = Duration.between(earlier.eventAt(), later.eventAt()).compareTo(UPDATE_SPAN) > 0;
        return features.containsKey(Feature.PLACE_DIFFERS)
                || features.containsKey(Feature.PLACE_NAMES_DIFFER)
                || features.containsKey(Feature.FIGURES_DIFFER)
                || features.containsKey(Feature.DATES_DIFFER)
                || (features.containsKey(Feature.FIGURES_GROW) && late);
    }

    private static void figures(Sighting earlier, Sighting later, Category category, Map<Feature, Double> features) {
        for (Figure before : earlier.figures()) {
            for (Figure after : later.figures()) {
                if (comparable(before, after, category)) {
                    compare(before, after, features);
                }
            }
        }
        // One pair of figures that fits outweighs others that do not: texts also give figures of earlier events.
        if (features.containsKey(Feature.FIGURES_AGREE) || features.containsKey(Feature.TOTALS_GROW)) {
            features.remove(Feature.FIGURES_DIFFER);
            features.remove(Feature.FIGURES_GROW);
        } else if (features.containsKey(Feature.FIGURES_GROW)) {
            features.remove(Feature.FIGURES_DIFFER);
        }
        if (features.containsKey(Feature.DATES_AGREE)) {
            features.remove(Feature.DATES_DIFFER);
        }
    }

    private static boolean comparable(Figure before, Figure after, Category category) {
        return before.action() != null
                && category.actions().contains(before.action())
                && Objects.equals(before.action(), after.action())
                && before.nature() == after.nature();
    }

    private static void compare(Figure before, Figure after, Map<Feature, Double> features) {
        if (before.telling() && Objects.equals(before.value(), after.value())) {
            features.put(Feature.NUMBER_SHARED, 1.0);
        }
        boolean grows = after.people() > before.people() && after.people() <= before.people() * GROWTH;
        if (before.agreesWith(after)) {
            features.put(Feature.FIGURES_AGREE, 1.0);
        } else if (before.nature() == Figure.Nature.STOCK && grows) {
            features.put(Feature.TOTALS_GROW, 1.0);
        } else {
            features.put(grows ? Feature.FIGURES_GROW : Feature.FIGURES_DIFFER, 1.0);
        }
        if (before.nature() == Figure.Nature.FLOW) {
            dates(before, after, features);
        }
    }

    private static void dates(Figure before, Figure after, Map<Feature, Double> features) {
        LocalDate[] one = span(before);
        LocalDate[] other = span(after);
        if (one.length == 0 || other.length == 0) {
            return;
        }
        boolean overlap = !one[1].isBefore(other[0]) && !other[1].isBefore(one[0]);
        if (overlap) {
            features.put(Feature.DATES_AGREE, 1.0);
            return;
        }
        long days = one[1].isBefore(other[0])
                ? ChronoUnit.DAYS.between(one[1], other[0])
                : ChronoUnit.DAYS.between(other[1], one[0]);
        features.merge(Feature.DATES_DIFFER, Math.min(1, days / 3.0), Math::min);
    }

    private static LocalDate[] span(Figure figure) {
        @Nullable LocalDate from = figure.from() != null ? figure.from() : figure.to();
        @Nullable LocalDate to = figure.to() != null ? figure.to() : figure.from();
        return from == null || to == null ? new LocalDate[0] : new LocalDate[] {from, to};
    }

    private static Set<String> groups(List<Figure> figures) {
        var groups = new HashSet<String>();
        for (Figure figure : figures) {
            groups.addAll(Peoples.in(figure.group()));
        }
        return groups;
    }

    private static boolean groupsDiffer(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && share(some, others) == 0;
    }
}
