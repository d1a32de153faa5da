package org.tocsin.benchmarks.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.intake.Signal;
import org.tocsin.alert.match.Matcher;
import org.tocsin.alert.match.Sighting;
import org.tocsin.alert.match.TermWeights;
import org.tocsin.alert.placement.Archive;
import org.tocsin.alert.placement.Candidate;
import org.tocsin.alert.placement.Placement;
import org.tocsin.alert.placement.PlacementRules;

/** Places the documents of a stream by alert-service's rules, with lists in memory for its tables. */
final class StreamPlacement implements Archive {

    private final PlacementRules rules;
    private final TermWeights termWeights;
    private final List<Candidate> known = new ArrayList<>();
    private final Map<UUID, Set<Integer>> bands = new HashMap<>();
    private final Map<String, List<Placed>> placed = new HashMap<>();

    /** Where a signal of a document went. */
    record Placed(UUID alert, Signal signal, Placement placement) {}

    StreamPlacement(Matcher matcher, TermWeights termWeights) {
        this.rules = new PlacementRules(matcher);
        this.termWeights = termWeights;
    }

    /** Places all signals of an item. */
    void place(ReadItem read) {
        for (Signal signal : read.signals()) {
            List<Placed> before = placed.computeIfAbsent(read.item().id(), id -> new ArrayList<>());
            String country = signal.facts().country();
            if (before.stream()
                    .noneMatch(earlier -> earlier.signal().facts().country().equals(country))) {
                place(signal).ifPresent(before::add);
            }
        }
    }

    /** Where the signals of an item went, by item id. */
    Map<String, List<Placed>> placed() {
        return placed;
    }

    private Optional<Placed> place(Signal signal) {
        Fingerprint fingerprint = signal.fingerprint();
        Sighting sighting = signal.sighting(termWeights);
        Placement placement = rules.place(fingerprint, sighting, this);
        UUID alert = placement instanceof Placement.CopyOf copy
                ? copy.alertId()
                : placement instanceof Placement.SameEvent same ? same.alertId() : UUID.randomUUID();
        if (placement instanceof Placement.NewEvent && signal.mention()) {
            return Optional.empty();
        }
        known.add(new Candidate(
                alert,
                fingerprint.documentId(),
                placement instanceof Placement.CopyOf copy ? copy.original() : null,
                sighting,
                fingerprint));
        return Optional.of(new Placed(alert, signal, placement));
    }

    @Override
    public List<Candidate> textsLike(Fingerprint fingerprint) {
        Set<Integer> wanted = bands(fingerprint);
        var shared = new HashMap<Candidate, Long>();
        for (Candidate candidate : known) {
            Fingerprint other = candidate.fingerprint();
            long common = bands(other).stream().filter(wanted::contains).count();
            boolean sameAddress = other.address() != 0 && other.address() == fingerprint.address();
            if ((common > 0 || sameAddress) && !candidate.documentId().equals(fingerprint.documentId())) {
                shared.put(candidate, common);
            }
        }
        return shared.keySet().stream()
                .sorted(Comparator.comparing((Candidate candidate) -> -shared.getOrDefault(candidate, 0L))
                        .thenComparing(Candidate::documentId))
                .limit(20)
                .toList();
    }

    private Set<Integer> bands(Fingerprint fingerprint) {
        return bands.computeIfAbsent(fingerprint.documentId(), id -> new HashSet<>(List.of(fingerprint.bands())));
    }

    @Override
    public List<Candidate> eventsNear(Sighting sighting, UUID documentId) {
        var ofAlert = new HashMap<UUID, Integer>();
        return known.stream()
                .filter(candidate -> !candidate.documentId().equals(documentId))
                .filter(candidate -> candidate.copyOf() == null)
                .filter(candidate -> meets(candidate.sighting(), sighting))
                .sorted(Comparator.comparing(candidate -> gap(candidate.sighting(), sighting.eventAt())))
                .filter(candidate -> ofAlert.merge(candidate.alertId(), 1, Integer::sum) <= REPORTS_OF_AN_ALERT)
                .toList();
    }

    /** Whether the archive would find one when it looks for events near the other. */
    static boolean meets(Sighting one, Sighting other) {
        Set<String> countries = one.countries();
        Set<String> others = other.countries();
        boolean country = countries.isEmpty() || others.isEmpty() || !Collections.disjoint(countries, others);
        Duration window = one.category().window().compareTo(other.category().window()) > 0
                ? one.category().window()
                : other.category().window();
        return country && gap(one, other.eventAt()).compareTo(window) <= 0;
    }

    private static Duration gap(Sighting one, Instant at) {
        return Duration.between(one.eventAt(), at).abs();
    }
}
