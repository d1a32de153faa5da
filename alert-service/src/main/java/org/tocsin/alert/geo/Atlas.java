package org.tocsin.alert.geo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.text.CanonicalText;

/** Finds the places of an alert on the map, as precisely as is known. Immutable. */
public final class Atlas {

    private final Map<String, Located> byName;
    private final Map<String, Located> byPcode;
    private final Map<String, Located> byCountry;

    private Atlas(Map<String, Located> byName, Map<String, Located> byPcode, Map<String, Located> byCountry) {
        this.byName = Map.copyOf(byName);
        this.byPcode = Map.copyOf(byPcode);
        this.byCountry = Map.copyOf(byCountry);
    }

    /** The points that are bundled, {@code geo/points.tsv}. */
    public static Atlas bundled() {
        var stream = Objects.requireNonNull(
                Atlas.class.getClassLoader().getResourceAsStream("geo/points.tsv"), "geo/points.tsv");
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Atlas read(Reader reader) {
        var byName = new HashMap<String, Located>();
        var byPcode = new HashMap<String, Located>();
        var byCountry = new HashMap<String, Located>();
        new BufferedReader(reader)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t"))
                .forEach(columns -> {
                    String country = columns[1];
                    String name = columns[2];
                    Located point = point(columns);
                    if (point.precision() == Located.Precision.COUNTRY) {
                        byCountry.put(country, point);
                    } else if (name.matches("[A-Z]{2}\\d+")) {
                        byPcode.put(name, point);
                    } else {
                        byName.put(key(country, name), point);
                    }
                });
        return new Atlas(byName, byPcode, byCountry);
    }

    private static Located point(String[] columns) {
        var precision =
                switch (columns[0]) {
                    case "COUNTRY" -> Located.Precision.COUNTRY;
                    case "REGION" -> Located.Precision.REGION;
                    default -> Located.Precision.PLACE;
                };
        return new Located(columns[2], precision, Double.parseDouble(columns[3]), Double.parseDouble(columns[4]));
    }

    /** The place itself, else the division it lies in, else its state. */
    public Optional<Located> find(Place place) {
        String country = place.country();
        Located named = country == null ? null : byName.get(key(country, place.name()));
        if (named != null) {
            return Optional.of(named(named, place.name()));
        }
        String pcode = place.pcode();
        Located division = pcode == null ? null : byPcode.get(pcode);
        return division != null ? Optional.of(named(division, place.name())) : country(country, place.name());
    }

    /** A point within a state. */
    public Optional<Located> country(@Nullable String code) {
        return country(code, code == null ? "" : code);
    }

    /** The points of all places that are more precise than a state; if there are none, those of the states. */
    public List<Located> locate(Collection<Place> places, Collection<String> countries) {
        List<Located> precise = places.stream()
                .flatMap(place -> find(place).stream())
                .filter(point -> point.precision() != Located.Precision.COUNTRY)
                .distinct()
                .toList();
        return precise.isEmpty()
                ? countries.stream()
                        .flatMap(code -> country(code).stream())
                        .distinct()
                        .limit(1)
                        .toList()
                : precise;
    }

    private Optional<Located> country(@Nullable String code, String name) {
        return Optional.ofNullable(code == null ? null : byCountry.get(code)).map(point -> named(point, name));
    }

    private static Located named(Located point, String name) {
        return new Located(name, point.precision(), point.latitude(), point.longitude());
    }

    private static String key(String country, String name) {
        return country + "/" + CanonicalText.fold(name);
    }
}
