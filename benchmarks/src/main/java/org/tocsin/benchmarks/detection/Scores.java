package org.tocsin.benchmarks.detection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.tocsin.monitor.figure.Figure;
import org.tocsin.monitor.reading.Reading;
import org.tocsin.monitor.reading.Signal;
import org.tocsin.monitor.text.LetterFold;

/** What readings of labelled items were right and wrong about. */
final class Scores {

    final Map<String, Tally> byCategory = new TreeMap<>();
    final Map<String, Tally> byLanguage = new TreeMap<>();
    final Map<String, Tally> figures = new TreeMap<>();
    /** Of the signals that were found: whose acting state, and one of whose places, is right. */
    final Tally countries = new Tally();

    final Tally places = new Tally();
    final Tally planned = new Tally();
    final Tally bounds = new Tally();
    /** What was found wrongly or missed, and on reports of what: {@code -} where nothing is. */
    final Map<String, Integer> confusion = new TreeMap<>();

    final List<String> slips = new ArrayList<>();
    int items;

    void add(LabelledItem item, Reading reading) {
        items++;
        addSignals(item, reading);
        addFigures(item, reading);
    }

    private void addSignals(LabelledItem item, Reading reading) {
        Map<String, Signal> found = reading.signals().stream()
                .collect(Collectors.toMap(Signal::category, signal -> signal, (first, second) -> first));
        Set<String> wanted = new HashSet<>();
        for (LabelledItem.Event event : item.signals()) {
            wanted.add(event.category());
            Signal signal = found.get(event.category());
            if (signal == null) {
                both(item, event.category()).forEach(Tally::missed);
                confuse("missed " + event.category(), found.keySet());
                slip(item, "missed " + event.category() + ", rejected " + reading.rejected());
            } else {
                both(item, event.category()).forEach(Tally::right);
                compare(item, event, signal);
            }
        }
        for (String category : found.keySet()) {
            if (!wanted.contains(category)) {
                both(item, category).forEach(Tally::wrong);
                confuse("wrong " + category, wanted);
                slip(
                        item,
                        "wrong " + category + ", evidence "
                                + found.get(category).evidence());
            }
        }
    }

    private void confuse(String slip, Set<String> beside) {
        String others = beside.isEmpty() ? "-" : String.join(" ", new TreeSet<>(beside));
        confusion.merge(slip + " | " + others, 1, Integer::sum);
    }

    private Stream<Tally> both(LabelledItem item, String category) {
        return Stream.of(
                byCategory.computeIfAbsent(category, key -> new Tally()),
                byLanguage.computeIfAbsent(item.language(), key -> new Tally()));
    }

    private void compare(LabelledItem item, LabelledItem.Event event, Signal signal) {
        count(countries, Objects.equals(event.country(), signal.country()));
        if (!Objects.equals(event.country(), signal.country())) {
            slip(item, event.category() + " country " + event.country() + ", read " + signal.country());
        }
        count(planned, event.planned() == signal.planned());
        if (event.planned() != signal.planned()) {
            slip(item, event.category() + " planned " + event.planned() + ", read " + signal.planned());
        }
        Set<String> names =
                event.places().stream().map(place -> letters(place.name())).collect(Collectors.toSet());
        if (!names.isEmpty()) {
            boolean hit = signal.places().stream().anyMatch(place -> names.contains(letters(place.name())));
            count(places, hit);
            if (!hit) {
                slip(item, event.category() + " places " + names + ", read " + signal.places());
            }
        }
    }

    /** "Dajabón" and "Dajabon" are one name. */
    private static String letters(String name) {
        return LetterFold.fold(name).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static void count(Tally tally, boolean right) {
        if (right) {
            tally.right();
        } else {
            tally.wrong();
        }
    }

    private void addFigures(LabelledItem item, Reading reading) {
        Tally tally = figures.computeIfAbsent(item.language(), key -> new Tally());
        List<Figure> open = new ArrayList<>(reading.figures());
        for (LabelledItem.Count wanted : item.figures()) {
            Figure match = open.stream()
                    .filter(figure -> sameValue(wanted, figure) && sameAction(wanted, figure))
                    .findFirst()
                    .orElse(null);
            if (match == null) {
                tally.missed();
                slip(item, "missed figure " + wanted);
            } else {
                open.remove(match);
                tally.right();
                boolean exact = sameDetails(wanted, match);
                count(bounds, exact);
                if (!exact) {
                    slip(item, "figure " + wanted + ", read " + match);
                }
            }
        }
        open.forEach(figure -> {
            tally.wrong();
            slip(item, "wrong figure " + figure);
        });
    }

    private static boolean sameValue(LabelledItem.Count wanted, Figure figure) {
        return wanted.value() != null
                ? wanted.value().equals(figure.value())
                : figure.value() == null
                        && Objects.equals(wanted.lower(), figure.lower())
                        && Objects.equals(wanted.upper(), figure.upper());
    }

    /** The labels call those who lost a permit affected; the reader has a word of its own for them. */
    private static boolean sameAction(LabelledItem.Count wanted, Figure figure) {
        String action = figure.action().name();
        return wanted.action().equals(action) || wanted.action().equals("AFFECTED") && action.equals("DISPOSSESSED");
    }

    private static boolean sameDetails(LabelledItem.Count wanted, Figure figure) {
        return Objects.equals(wanted.lower(), figure.lower())
                && Objects.equals(wanted.upper(), figure.upper())
                && wanted.quantifier().equals(figure.quantifier().name())
                && wanted.unit().equals(figure.unit().name())
                && Objects.equals(
                        wanted.per(), figure.per() == null ? null : figure.per().name())
                && wanted.status().equals(figure.status().name());
    }

    private void slip(LabelledItem item, String what) {
        slips.add(item.id() + ": " + what + "\n    " + item.title() + " | " + item.text());
    }
}
