package org.tocsin.monitor.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.TermSets;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.Tokens;

/** Finds the places that a text names. Immutable and thread-safe. */
public final class Gazetteer {

    /** Ends the keys of the names that a state has from its capital or its rulers. */
    static final String SEAT = "=";

    /** Languages whose names begin with a capital; the others have none. */
    private static final Set<String> CAPITALS = Set.of("en", "de", "fr", "es", "tr");

    private final TermSets names;
    private final Map<String, Entry> entries;
    private final Cities cities;

    /** @param demonym whether the entry's names are those of people and adjectives */
    record Entry(Place place, boolean demonym) {}

    Gazetteer(TermSets names, Map<String, Entry> entries, Cities cities) {
        this.names = names;
        this.entries = Map.copyOf(entries);
        this.cities = cities;
    }

    /** All places that have names here. */
    Collection<Place> places() {
        return entries.values().stream().map(Entry::place).distinct().toList();
    }

    /**
     * All mentions in order; of overlapping ones the longest. A name of places in several countries means the one in the
     * country that the rest of the document speaks of most, or else the one that stands first in the gazetteer.
     *
     * @param title the title that the tokens were made from
     * @param text the text that the tokens were made from
     */
    public List<Mention> find(String language, Tokens tokens, String title, String text) {
        List<TermSets.Found> all = names.find(language, tokens);
        Surroundings around = new Surroundings(all, language, tokens, title, text);
        boolean lower = CAPITALS.contains(Analyzers.base(language)) && hasCapitals(title + text);
        List<Mention> mentions = new ArrayList<>();
        Map<Mention, List<Mention>> namesakes = new HashMap<>();
        // The first words of names that mean the state itself, not its capital.
        Set<Integer> whole = new HashSet<>();
        for (TermSets.Found found : all) {
            Entry entry = entries.get(found.name());
            if (entry == null
                    || pronoun(found, tokens, title, text)
                    || lower && !entry.demonym() && !around.capital(found.first()) && !around.capital(found.last())) {
                continue;
            }
            Mention mention = new Mention(entry.place(), entry.demonym(), found.first(), found.last());
            if (mention.place().kind() == Place.Kind.COUNTRY && !found.name().endsWith(SEAT)) {
                whole.add(found.first());
            }
            Mention present = addLongest(mention, mentions);
            if (present != null && mention.isNamesakeOf(present)) {
                namesakes.computeIfAbsent(present, key -> new ArrayList<>()).add(mention);
            }
        }
        List<Mention> known = namesakes.isEmpty() ? mentions : decided(mentions, namesakes);
        return withCities(known, whole, language, tokens, around);
    }

    private static boolean hasCapitals(String all) {
        return all.chars().anyMatch(Character::isUpperCase);
    }

    private List<Mention> withCities(
            List<Mention> known, Set<Integer> whole, String language, Tokens tokens, Surroundings around) {
        boolean[] taken = new boolean[tokens.size()];
        Map<String, Integer> votes = new HashMap<>();
        List<Mention> all = new ArrayList<>(known.size());
        for (Mention mention : known) {
            Arrays.fill(taken, mention.first(), mention.last() + 1, true);
            votes.merge(mention.place().country(), mention.demonym() ? 1 : 2, Integer::sum);
            all.add(whole.contains(mention.first()) ? mention : townOrState(mention, tokens, around));
        }
        // What happens in Palestine is mostly told of Israel, and the other way round.
        int holyLand = votes.getOrDefault("IL", 0) + votes.getOrDefault("PS", 0);
        if (holyLand > 0) {
            votes.put("IL", holyLand);
            votes.put("PS", holyLand);
        }
        all.addAll(new OpenNames(cities, language, tokens, around, votes).find(taken));
        all.sort(Comparator.comparingInt(Mention::first));
        return all;
    }

    /** "Kabul" is a government, "in Kabul" a town. */
    private Mention townOrState(Mention mention, Tokens tokens, Surroundings around) {
        if (mention.demonym()
                || mention.place().kind() != Place.Kind.COUNTRY
                || !around.wantPlace(mention.first(), mention.last())) {
            return mention;
        }
        long hash = 0;
        for (int token = mention.first(); token <= mention.last(); token++) {
            hash = Cities.hash(hash, tokens.light(token), 0);
        }
        Place city = cities.city(mention.place().country(), hash);
        return city == null ? mention : new Mention(city, false, mention.first(), mention.last());
    }

    private static List<Mention> decided(List<Mention> mentions, Map<Mention, List<Mention>> namesakes) {
        Map<String, Integer> votes = new HashMap<>();
        mentions.stream()
                .filter(mention -> !mention.demonym() && !namesakes.containsKey(mention))
                .forEach(mention -> votes.merge(mention.place().country(), 1, Integer::sum));
        List<Mention> decided = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            Mention chosen = mention;
            for (Mention other : namesakes.getOrDefault(mention, List.of())) {
                if (votes.getOrDefault(other.place().country(), 0)
                        > votes.getOrDefault(chosen.place().country(), 0)) {
                    chosen = other;
                }
            }
            decided.add(chosen);
        }
        return decided;
    }

    /** "us" and "US" fold to one form; only capitals mean the country. */
    private static boolean pronoun(TermSets.Found found, Tokens tokens, String title, String text) {
        if (found.first() != found.last() || tokens.light(found.first()).length() != 2) {
            return false;
        }
        String field = tokens.inTitle(found.first()) ? title : text;
        int start = tokens.start(found.first());
        return Character.isLowerCase(field.charAt(start)) || Character.isLowerCase(field.charAt(start + 1));
    }

    /** @return what was there already and stays, null if the mention was added */
    private static @Nullable Mention addLongest(Mention mention, List<Mention> mentions) {
        while (!mentions.isEmpty()) {
            Mention previous = mentions.get(mentions.size() - 1);
            if (previous.last() < mention.first()) {
                break;
            }
            int longer = (mention.last() - mention.first()) - (previous.last() - previous.first());
            if (longer < 0 || longer == 0 && !(previous.demonym() && !mention.demonym())) {
                return previous;
            }
            mentions.remove(mentions.size() - 1);
        }
        mentions.add(mention);
        return null;
    }
}
