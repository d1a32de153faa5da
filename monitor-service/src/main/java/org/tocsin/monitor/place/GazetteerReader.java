package org.tocsin.monitor.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.tocsin.monitor.detect.TermSets;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.LetterFold;

import com.ibm.icu.util.ULocale;

/**
 * Builds the gazetteer from {@code seeds/gazetteer} and, for the names of countries, from Unicode's CLDR.
 *
 * <p>{@code countries.tsv}: code, language, names, demonyms. {@code places.tsv}: kind, country, P-code, English name,
 * further names in Latin letters, names in Arabic letters. Lists are separated by commas; the notation is that of rules.
 */
public final class GazetteerReader {

    private static final String ROOT = "/seeds/gazetteer/";
    private static final List<String> LATIN = List.of("en", "tr", "de", "fr", "es");
    /** Locales with names of their own ("امریکا", "جاپان"), and the language whose texts they stand in. */
    private static final Map<String, String> DIALECTS = Map.of("fa_AF", "fa", "ur_IN", "ur", "ar_EG", "ar");

    private static final List<String> ARABIC = List.of("fa", "ps", "ur", "ar");

    private final Map<String, Map<String, List<String>>> names = new LinkedHashMap<>();
    private final Map<String, Gazetteer.Entry> entries = new HashMap<>();
    private final Analyzers analyzers;
    private final Cities cities = cities();

    private GazetteerReader(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /** The gazetteer that comes with Tocsin. */
    public static Gazetteer bundled(Analyzers analyzers) {
        GazetteerReader reader = new GazetteerReader(analyzers);
        reader.addCldrNames();
        rows("countries.tsv").forEach(reader::addCountry);
        rows("places.tsv").forEach(reader::addPlace);
        rows("context.tsv")
                .forEach(row -> list(row, 2).forEach(word -> reader.addName(Surroundings.SETS + row[1], row[0], word)));
        return new Gazetteer(TermSets.compile(reader.names, analyzers), reader.entries, reader.cities);
    }

    private void addCldrNames() {
        for (String code : Locale.getISOCountries()) {
            Place country = Place.state(code);
            entries.put(code, new Gazetteer.Entry(country, false));
            analyzers.languages().forEach(language -> addCldrName(code, language, language));
            DIALECTS.forEach((locale, language) -> addCldrName(code, locale, language));
        }
    }

    private void addCldrName(String code, String locale, String language) {
        String name = ULocale.getDisplayCountry("und_" + code, locale);
        // An abbreviation in brackets would become a word of its own; a code is what CLDR gives for no name.
        String plain = name.replaceAll("\\s*[(\\[].*?[)\\]]", "").replaceAll("[^\\p{L}\\p{M}\\p{N}\u200C'’]+", " ");
        if (!plain.equals(code) && LetterFold.fold(plain).length() > 2) {
            addName(code, language, plain);
        }
    }

    private void addCountry(String[] row) {
        String code = row[0];
        Place country = Place.state(code);
        // By itself, so that it can be told whether a name is that of the whole state or of its capital.
        String seat = code + Gazetteer.SEAT;
        entries.put(seat, new Gazetteer.Entry(country, false));
        list(row, 2).forEach(name -> addName(seat, row[1], name));
        String demonym = code + "+";
        entries.put(demonym, new Gazetteer.Entry(country, true));
        list(row, 3).forEach(name -> addName(demonym, row[1], name));
    }

    private void addPlace(String[] row) {
        Place place = new Place(row[3], Place.Kind.valueOf(row[0]), row[1], row[2].isBlank() ? null : row[2]);
        String key = row[0] + ":" + row[1] + ":" + row[3];
        entries.put(key, new Gazetteer.Entry(place, false));
        List<String> latin = new ArrayList<>(list(row, 4));
        latin.add(row[3]);
        LATIN.forEach(language -> latin.forEach(name -> addName(key, language, name)));
        ARABIC.forEach(language -> list(row, 5).forEach(name -> addName(key, language, name)));
        // Once more by letters, where words that are written together with the name are cut off.
        List<String> plain = new ArrayList<>(latin);
        plain.addAll(list(row, 5));
        plain.removeIf(name -> name.chars().anyMatch(c -> "*~(|@".indexOf(c) >= 0));
        cities.add(place, plain);
    }

    private void addName(String key, String language, String name) {
        names.computeIfAbsent(key, k -> new HashMap<>())
                .computeIfAbsent(language, k -> new ArrayList<>())
                .add(name);
    }

    private static List<String> list(String[] row, int column) {
        List<String> parts = new ArrayList<>();
        if (column < row.length) {
            for (String part : row[column].split(",")) {
                if (!part.isBlank()) {
                    parts.add(part.strip());
                }
            }
        }
        return parts;
    }

    private static Cities cities() {
        try (InputStream stream = GazetteerReader.class.getResourceAsStream(ROOT + "cities.tsv")) {
            return Cities.read(Objects.requireNonNull(stream, "cities.tsv is missing"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String[]> rows(String file) {
        try (InputStream stream = GazetteerReader.class.getResourceAsStream(ROOT + file)) {
            if (stream == null) {
                throw new IllegalStateException("missing on the classpath: " + ROOT + file);
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
