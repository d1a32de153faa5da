package org.tocsin.alert.match;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private static final double TEMPLATE_LIKENESS = 0.5;

    /** After so long an update has a text of its own. */
    private static final Duration UPDATE_SPAN = Duration.ofDays(3);

    /** Two counts within this factor are taken for the same people or for others, hardly for more of them. */
    private static final double CLOSE = 1.2;

    private static final Set<Feature> NOT_FITTING =
            EnumSet.of(Feature.FIGURES_DIFFER, Feature.FIGURES_GROW, Feature.FIGURES_GROW_LATE, Feature.COUNTS_DIFFER);

    private Comparison() {}

    static Map<Feature, Double> of(Sighting one, Sighting other) {
        Sighting earlier = one.eventAt().isAfter(other.eventAt()) ? other : one;
        Sighting later = earlier == one ? other : one;
        var features = new EnumMap<Feature, Double>(Feature.class);
        features.put(Feature.BIAS, 1.0);
        time(earlier, later, features);
        countries(earlier, later, features);
        places(earlier, later, features);
        figures(earlier, later, features);
        words(earlier, later, features);
        elsewhere(features);
        templates(earlier, later, features);
        if (earlier.text().peoplesDiffer(later.text())
                || groupsDiffer(groups(earlier.figures()), groups(later.figures()))) {
            features.put(Feature.GROUP_DIFFERS, 1.0);
        }
        if (earlier.voice().equals(later.voice())) {
            features.put(Feature.SAME_VOICE, 1.0);
        }
        categories(earlier, later, features);
        indicator(earlier, later, features);
        if (earlier.planned() && !later.planned()) {
            features.put(Feature.PLAN_AND_DEED, 1.0);
        }
        return features;
    }

    /** The window within which two reports can tell of one event. */
    static Duration window(Sighting one, Sighting other) {
        Duration window = one.category().window();
        Duration otherWindow = other.category().window();
        return window.compareTo(otherWindow) >= 0 ? window : otherWindow;
    }

    /** A measure seen as an incident by one of two reports is compared as a measure. */
    static Category.Shape shape(Sighting one, Sighting other) {
        Category.Shape shape = one.category().shape();
        Category.Shape otherShape = other.category().shape();
        return shape.compareTo(otherShape) >= 0 ? shape : otherShape;
    }

    private static void countries(Sighting earlier, Sighting later, Map<Feature, Double> features) {
        if (!earlier.countryKnown() || !later.countryKnown()) {
            // A place in a state that the other names makes up for it.
            if (Collections.disjoint(earlier.countries(), later.countries())) {
                features.put(Feature.COUNTRY_UNKNOWN, 1.0);
            }
        } else if (!earlier.country().equals(later.country())) {
            features.put(Feature.COUNTRY_DIFFERS, 1.0);
        }
    }

    private static void categories(Sighting earlier, Sighting later, Map<Feature, Double> features) {
        if (earlier.category().code().equals(later.category().code())) {
            return;
        }
        if (share(earlier.categories(), later.categories()) > 0) {
            features.put(Feature.OTHER_LEAD, 1.0);
        } else if (earlier.category().family().equals(later.category().family())) {
            features.put(Feature.OTHER_CATEGORY, 1.0);
        } else {
            features.put(Feature.OTHER_FAMILY, 1.0);
        }
    }

    /**
     * A series counts all that a state does of a kind, or at its place: a report of it tells of the same, whatever part
     * it knows of. Two series are two counts where they count in different places.
     */
    private static void indicator(Sighting earlier, Sighting later, Map<Feature, Double> features) {
        boolean both = earlier.text().counted() && later.text().counted();
        boolean one = earlier.text().counted() || later.text().counted();
        boolean sameState = earlier.countryKnown() && earlier.country().equals(later.country());
        if (!one || !sameState || share(earlier.categories(), later.categories()) == 0) {
            return;
        }
        if (!both || !features.containsKey(Feature.PLACE_DIFFERS)) {
            features.put(Feature.INDICATOR, 1.0);
            // An office and a reporter hardly ever give the same number.
            features.remove(Feature.COUNTS_DIFFER);
        }
    }

    private static void time(Sighting earlier, Sighting later, Map<Feature, Double> features) {
        Duration gap = Duration.between(earlier.eventAt(), later.eventAt());
        features.put(
                Feature.GAP,
                Math.min(1.5, (double) gap.toMinutes() / window(earlier, later).toMinutes()));
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
        if (shared > 0) {
            features.put(Feature.PLACE_SAME, shared);
        } else if (!PlaceKeys.overlap(here, there)) {
            features.put(Feature.PLACE_DIFFERS, 1.0);
        }
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
            double unlike = Math.max(0, 1 - likeness / USUAL_LIKENESS);
            features.put(Feature.TEXT_UNLIKE, unlike * earlier.text().comparable(later.text()));
        } else {
            features.put(Feature.OTHER_LANGUAGE, 1.0);
        }
        double names = earlier.text().sharedNames(later.text());
        if (names > 0) {
            features.put(Feature.NAMES, names);
        } else if (earlier.text().namesComparable(later.text())) {
            features.put(Feature.NAMES_DIFFER, 1.0);
        }
        if (earlier.text().daysMeet(earlier.eventAt(), later.text(), later.eventAt())
                && !features.containsKey(Feature.SAME_DAY)) {
            features.put(Feature.DAY_NAMED, 1.0);
        }
        if (later.text().sequel() && !earlier.text().sequel() && !features.containsKey(Feature.SAME_DAY)) {
            features.put(Feature.SEQUEL, 1.0);
        }
        if (earlier.text().ended() && !later.text().ended() && !features.containsKey(Feature.SAME_DAY)) {
            features.put(Feature.ENDED_BEFORE, 1.0);
        }
        if (earlier.text().sameSeries(later.text())) {
            features.put(Feature.SERIES, 1.0);
        }
        leadNumbers(earlier, later, features);
        if (earlier.text().sharedNumbers(later.text()) > 0) {
            features.put(Feature.NUMBER_SHARED, 1.0);
        }
    }

    private static void leadNumbers(Sighting earlier, Sighting later, Map<Feature, Double> features) {
        if (!earlier.text().leadsCount(later.text())) {
            return;
        }
        double growth = (double) later.text().leadNumber() / earlier.text().leadNumber();
        if (earlier.text().leadNumberShared(later.text())) {
            features.put(Feature.LEAD_NUMBER, 1.0);
        } else if (growth >= CLOSE && growth <= GROWTH) {
            features.put(Feature.LEAD_NUMBERS_GROW, 1.0);
        } else {
            features.put(Feature.LEAD_NUMBERS_DIFFER, 1.0);
        }
    }

    /** Where the places differ, a larger number counts other people and not more of the same. */
    private static void elsewhere(Map<Feature, Double> features) {
        if (!features.containsKey(Feature.PLACE_DIFFERS)) {
            return;
        }
        if (features.remove(Feature.LEAD_NUMBERS_GROW) != null) {
            features.put(Feature.LEAD_NUMBERS_DIFFER, 1.0);
        }
        if (features.remove(Feature.FIGURES_GROW) != null) {
            features.put(Feature.FIGURES_DIFFER, 1.0);
        }
    }

    private static void templates(Sighting earlier, Sighting later, Map<Feature, Double> features) {
        if (features.getOrDefault(Feature.TEXT, 0.0) < TEMPLATE_LIKENESS
                || features.containsKey(Feature.LEAD_NUMBER)
                || features.containsKey(Feature.SERIES)
                || features.containsKey(Feature.TOTALS_GROW)) {
            return;
        }
        if (features.containsKey(Feature.PLACE_DIFFERS)
                || features.containsKey(Feature.PLACE_NAMES_DIFFER)
                || NOT_FITTING.stream().anyMatch(features::containsKey)
                || features.containsKey(Feature.LEAD_NUMBERS_DIFFER)
                || features.containsKey(Feature.DATES_DIFFER)) {
            features.put(Feature.TEMPLATE, 1.0);
        }
        if (Duration.between(earlier.eventAt(), later.eventAt()).compareTo(UPDATE_SPAN) > 0) {
            features.put(Feature.TEMPLATE_LATER, 1.0);
        }
    }

    private static void figures(Sighting earlier, Sighting later, Map<Feature, Double> features) {
        var actions = new LinkedHashSet<>(earlier.category().actions());
        actions.addAll(later.category().actions());
        for (Figure before : earlier.figures()) {
            for (Figure after : later.figures()) {
                if (before.telling() && Objects.equals(before.value(), after.value())) {
                    features.put(Feature.NUMBER_SHARED, 1.0);
                }
                if (before.nature() == Figure.Nature.FLOW && after.nature() == Figure.Nature.FLOW) {
                    dates(before, after, features);
                }
            }
        }
        for (String action : actions) {
            for (Figure.Nature nature : Figure.Nature.values()) {
                Optional<Figure> before = headline(earlier.figures(), action, nature);
                Optional<Figure> after = headline(later.figures(), action, nature);
                if (before.isPresent() && after.isPresent()) {
                    compare(before.get(), after.get(), Duration.between(earlier.eventAt(), later.eventAt()), features);
                }
            }
        }
        // What fits outweighs what does not: texts also give figures of earlier events and of parts.
        if (features.containsKey(Feature.FIGURES_AGREE) || features.containsKey(Feature.TOTALS_GROW)) {
            NOT_FITTING.forEach(features::remove);
        } else if (features.containsKey(Feature.FIGURES_GROW)) {
            features.remove(Feature.FIGURES_DIFFER);
        }
        if (features.containsKey(Feature.DATES_AGREE)) {
            features.remove(Feature.DATES_DIFFER);
        }
    }

    /** What the text gives first of a kind is what it is about; earlier events and parts come later. */
    private static Optional<Figure> headline(List<Figure> figures, String action, Figure.Nature nature) {
        return figures.stream()
                .filter(figure -> action.equals(figure.action()) && figure.nature() == nature)
                .findFirst();
    }

    private static void compare(Figure before, Figure after, Duration gap, Map<Feature, Double> features) {
        boolean grows = after.people() > before.people() && after.people() <= before.people() * GROWTH;
        boolean close = after.people() < before.people() * CLOSE && before.people() < after.people() * CLOSE;
        boolean exact = before.quantifier() == Figure.Quantifier.EXACT && after.quantifier() == Figure.Quantifier.EXACT;
        boolean goesOn = before.nature() != Figure.Nature.FLOW;
        if (before.agreesWith(after)) {
            features.put(Feature.FIGURES_AGREE, 1.0);
        } else if (goesOn && grows) {
            features.put(Feature.TOTALS_GROW, 1.0);
        } else if (exact && close && !goesOn) {
            features.put(Feature.COUNTS_DIFFER, 1.0);
        } else if (grows) {
            features.put(gap.compareTo(UPDATE_SPAN) > 0 ? Feature.FIGURES_GROW_LATE : Feature.FIGURES_GROW, 1.0);
        } else {
            features.put(Feature.FIGURES_DIFFER, 1.0);
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
