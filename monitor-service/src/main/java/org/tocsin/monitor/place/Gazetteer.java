package org.tocsin.monitor.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.TermSets;
import org.tocsin.monitor.text.Tokens;

/** Finds the places that a text names. Immutable and thread-safe. */
public final class Gazetteer {

    private final TermSets names;
    private final Map<String, Entry> entries;

    /** @param demonym whether the entry's names are those of people and adjectives */
    record Entry(Place place, boolean demonym) {}

    Gazetteer(TermSets names, Map<String, Entry> entries) {
        this.names = names;
        this.entries = Map.copyOf(entries);
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
        List<Mention> mentions = new ArrayList<>();
        Map<Mention, List<Mention>> namesakes = new HashMap<>();
        for (TermSets.Found found : names.find(language, tokens)) {
            Entry entry = entries.get(found.name());
            if (entry != null && !pronoun(found, tokens, title, text)) {
                Mention mention = new Mention(entry.place(), entry.demonym(), found.first(), found.last());
                Mention present = addLongest(mention, mentions);
                if (present != null && mention.isNamesakeOf(present)) {
                    namesakes.computeIfAbsent(present, key -> new ArrayList<>()).add(mention);
                }
            }
        }
        return namesakes.isEmpty() ? mentions : decided(mentions, namesakes);
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
