package org.tocsin.alert.placement;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.tocsin.alert.category.Categories;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.match.MatchWeights;
import org.tocsin.alert.match.Matcher;
import org.tocsin.alert.match.Sighting;
import org.tocsin.alert.match.TermWeights;
import org.tocsin.alert.match.TextProfile;

/** Places the documents of a stream as the intake does, with lists in memory for the tables. */
final class StreamRun implements Archive {

    private final Categories categories = Categories.read(resource("category/categories.properties"));
    private final PlacementRules rules =
            new PlacementRules(new Matcher(MatchWeights.read(resource("match/weights.properties"))));
    private final TermWeights termWeights = TermWeights.read(resource("match/term-shares.tsv"));
    private final List<Candidate> placed = new ArrayList<>();
    private final Map<String, UUID> alerts = new LinkedHashMap<>();
    private final Map<String, Placement> placements = new LinkedHashMap<>();

    static Reader resource(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(StreamRun.class.getClassLoader().getResourceAsStream(name), name),
                StandardCharsets.UTF_8);
    }

    StreamRun all(List<StreamItem> items) {
        items.forEach(this::place);
        return this;
    }

    /** Alert by id of the item. */
    Map<String, UUID> alerts() {
        return alerts;
    }

    Map<String, Placement> placements() {
        return placements;
    }

    private void place(StreamItem item) {
        Category category = categories.get(item.category());
        var fingerprint = Fingerprint.of(item.documentId(), item.facts().url(), item.title(), item.text(), item.at());
        var sighting = new Sighting(
                category,
                Set.of(item.category()),
                item.country(),
                item.at(),
                item.language(),
                item.places(),
                item.figures(),
                item.planned(),
                item.facts().source().voice(),
                TextProfile.of(item.title(), item.text(), item.at(), termWeights));
        Placement placement = rules.place(fingerprint, sighting, this);
        UUID alert = placement instanceof Placement.CopyOf copy
                ? copy.alertId()
                : placement instanceof Placement.SameEvent same ? same.alertId() : UUID.randomUUID();
        UUID original = placement instanceof Placement.CopyOf copy ? copy.original() : null;
        alerts.put(item.id(), alert);
        placements.put(item.id(), placement);
        placed.add(new Candidate(alert, item.documentId(), original, sighting, fingerprint));
    }

    @Override
    public List<Candidate> textsLike(Fingerprint fingerprint) {
        Set<Integer> bands = new HashSet<>(List.of(fingerprint.bands()));
        return placed.stream()
                .filter(other -> Stream.of(other.fingerprint().bands()).anyMatch(bands::contains))
                .toList();
    }

    @Override
    public List<Candidate> eventsNear(Sighting sighting, UUID documentId) {
        return placed.stream()
                .filter(other -> other.copyOf() == null)
                .filter(other -> !Collections.disjoint(other.sighting().countries(), sighting.countries()))
                .filter(other ->
                        gap(other, sighting).compareTo(sighting.category().window()) <= 0)
                .sorted(Comparator.comparing(other -> gap(other, sighting)))
                .toList();
    }

    private static Duration gap(Candidate other, Sighting sighting) {
        return Duration.between(other.sighting().eventAt(), sighting.eventAt()).abs();
    }
}
