package org.tocsin.monitor.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /**
     * All mentions in order; of overlapping ones the longest.
     *
     * @param title the title that the tokens were made from
     * @param text the text that the tokens were made from
     */
    public List<Mention> find(String language, Tokens tokens, String title, String text) {
        List<Mention> mentions = new ArrayList<>();
        for (TermSets.Found found : names.find(language, tokens)) {
            Entry entry = entries.get(found.name());
            if (entry != null && !pronoun(found, tokens, title, text)) {
                addLongest(new Mention(entry.place(), entry.demonym(), found.first(), found.last()), mentions);
            }
        }
        return mentions;
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

    private static void addLongest(Mention mention, List<Mention> mentions) {
        while (!mentions.isEmpty()) {
            Mention previous = mentions.get(mentions.size() - 1);
            if (previous.last() < mention.first()) {
                break;
            }
            int longer = (mention.last() - mention.first()) - (previous.last() - previous.first());
            if (longer < 0 || longer == 0 && !(previous.demonym() && !mention.demonym())) {
                return;
            }
            mentions.remove(mentions.size() - 1);
        }
        mentions.add(mention);
    }
}
