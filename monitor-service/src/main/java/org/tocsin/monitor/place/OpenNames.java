package org.tocsin.monitor.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.Tokens;

/**
 * Finds the cities of open data in one document. A hundred thousand names hold many that are words and people, so a name
 * counts only with something that speaks for it: a preposition or "town of" beside it, its country named in the document,
 * or its size.
 */
final class OpenNames {

    private static final int LONGEST_NAME = 4;
    private static final int LARGE = 4;
    private static final int HUGE = 5;
    private static final int MIDDLE = 3;
    private static final int SMALL = 2;
    /** Shorter names are too often something else to stand alone. */
    private static final int SHORT = 4;

    /** Arabic prepositions and "and", written as one word with what follows. */
    private static final String CLITICS = "وبلفك";

    private static final Set<String> CAPITALS = Set.of("en", "de", "fr", "es", "tr");

    private final Cities cities;
    private final Tokens tokens;
    private final Surroundings around;
    private final Map<String, Integer> votes;
    private final boolean latin;
    private final boolean arabic;
    private final boolean nounsHaveCapitals;
    private final boolean titled;

    OpenNames(Cities cities, String language, Tokens tokens, Surroundings around, Map<String, Integer> votes) {
        String base = Analyzers.base(language);
        this.cities = cities;
        this.tokens = tokens;
        this.around = around;
        this.votes = votes;
        this.latin = CAPITALS.contains(base);
        this.arabic = base.equals("ar");
        this.nounsHaveCapitals = base.equals("de");
        this.titled = latin && titled();
    }

    /** A headline that writes most words with a capital tells nothing by them. */
    private boolean titled() {
        int capitals = 0;
        for (int token = 0; token < tokens.textStart(); token++) {
            capitals += around.capital(token) ? 1 : 0;
        }
        return tokens.textStart() > 3 && capitals * 3 > tokens.textStart() * 2;
    }

    /** A name that may be a place. */
    record Candidate(List<Cities.Named> cities, int first, int last, boolean wanted) {}

    /** The longest names, in order, not within what is taken. */
    List<Mention> find(boolean[] taken) {
        List<Mention> found = new ArrayList<>();
        boolean previousWanted = false;
        int previousLast = -2;
        int token = 0;
        while (token < tokens.size()) {
            Candidate candidate = taken[token] ? null : at(token, taken);
            if (candidate == null) {
                token++;
                continue;
            }
            boolean wanted = candidate.wanted() || previousWanted && around.listed(previousLast, candidate.first());
            Cities.City city = choose(candidate, wanted);
            if (city == null) {
                token++;
                continue;
            }
            found.add(new Mention(
                    wanted || !city.capital()
                            ? city.place()
                            : Place.state(city.place().country()),
                    false,
                    candidate.first(),
                    candidate.last()));
            previousWanted = wanted;
            previousLast = candidate.last();
            token = candidate.last() + 1;
        }
        return found;
    }

    private @Nullable Candidate at(int token, boolean[] taken) {
        if (latin && !around.capital(token)) {
            return null;
        }
        Candidate plain = from(token, 0, false, taken);
        if (plain != null || !arabic) {
            return plain;
        }
        String light = tokens.light(token);
        if (light.length() < SHORT || CLITICS.indexOf(light.charAt(0)) < 0) {
            return null;
        }
        return from(token, 1, light.charAt(0) == 'ب' || light.charAt(0) == 'ل', taken);
    }

    private @Nullable Candidate from(int token, int cut, boolean wanted, boolean[] taken) {
        if (!cities.mayBegin(tokens.light(token), cut)) {
            return null;
        }
        Candidate longest = null;
        long hash = 0;
        int last = token;
        int end = Math.min(tokens.size(), token + LONGEST_NAME);
        while (last < end && !taken[last]) {
            hash = Cities.hash(hash, tokens.light(last), last == token ? cut : 0);
            List<Cities.Named> named = cities.named(hash);
            if (!named.isEmpty() && (last == token || !latin || around.capital(last))) {
                longest = new Candidate(named, token, last, wanted || around.wantPlace(token, last));
            }
            if (last + 1 >= end || !around.joined(last)) {
                break;
            }
            last++;
        }
        return longest;
    }

    /** The namesake whose country the document speaks of most, the largest of equals; null if nothing speaks for it. */
    private Cities.@Nullable City choose(Candidate candidate, boolean wanted) {
        Cities.City best = null;
        int bestVotes = -1;
        boolean word = false;
        for (Cities.Named named : candidate.cities()) {
            int of = votes.getOrDefault(named.city().place().country(), 0);
            if (best == null
                    || of > bestVotes
                    || of == bestVotes && named.city().size() > best.size()) {
                best = named.city();
                bestVotes = of;
                word = named.word();
            }
        }
        return best != null && counts(candidate, best, word, wanted, bestVotes > 0) ? best : null;
    }

    private boolean counts(Candidate candidate, Cities.City city, boolean word, boolean wanted, boolean voted) {
        int length = tokens.light(candidate.first()).length();
        boolean oneWord = candidate.first() == candidate.last();
        if (wanted) {
            if (oneWord && around.speaksOfPlace(candidate.first())) {
                return false;
            }
            if (word && oneWord) {
                return city.size() >= (latin ? MIDDLE : LARGE)
                        || voted && city.size() >= (nounsHaveCapitals ? MIDDLE : SMALL);
            }
            return voted || latin || city.size() >= LARGE;
        }
        if (word || length <= SHORT && oneWord) {
            return false;
        }
        if (latin) {
            boolean person = !nounsHaveCapitals
                    && !(titled && tokens.inTitle(candidate.first()))
                    && around.besideName(candidate.first(), candidate.last());
            return !person && (voted || city.size() >= LARGE);
        }
        return city.size() >= HUGE || city.size() >= MIDDLE && voted;
    }
}
