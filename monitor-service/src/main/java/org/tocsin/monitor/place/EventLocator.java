package org.tocsin.monitor.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.Match;
import org.tocsin.monitor.detect.TermSets;
import org.tocsin.monitor.detect.Vocabulary;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.Tokens;

/**
 * Decides which state acts and where, from the places that a document names. Each mention gets points for what stands
 * around it: beside an authority, by, from or to a country, before the words of the event, in the headline. The state
 * with the most points acts. Datelines and speakers hardly count.
 */
public final class EventLocator {

    private static final double AUTHORITY = 4;
    /** Officials tell of others as often as of themselves, and those named behind the deed are often others. */
    private static final double AUTHORITY_THAT_SPEAKS = 1.5;

    private static final double BY = 4;
    /** A town tells where; that its state acts is only likely. */
    private static final double LOCAL = 0.4;

    private static final double SUBJECT = 2;
    private static final double SUBJECT_BEHIND_VERB = 4;
    private static final double IN = 1.5;
    /** "Through the gate of Torkham": a way says little about who acts. */
    private static final double VIA = 0;

    private static final double TO = -3;
    /** "Entry to Germany is banned": the state that takes in, or no more, acts. */
    private static final double INTO = 2;

    private static final double FOR = -2;
    private static final double SUFFERS = -3;
    private static final double IN_EVENT_SENTENCE = 1;
    private static final double IN_TITLE = 0.9;
    private static final double ELSEWHERE = 0.3;
    private static final double DATELINE = 0.1;
    private static final int MOST_PLACES = 5;
    /** Names to either side that a preposition can reach over. */
    private static final int LONGEST_LIST = 12;

    private final Gazetteer gazetteer;
    private final TermSets cues;

    /** @param vocabulary has the sets whose names begin with {@code role-} */
    public EventLocator(Gazetteer gazetteer, Vocabulary vocabulary, Analyzers analyzers) {
        this.gazetteer = gazetteer;
        Map<String, Map<String, List<String>>> roles = new HashMap<>();
        Roles.SETS.forEach(name -> roles.put(name, vocabulary.sets().getOrDefault(name, Map.of())));
        // What role sets refer to.
        List.of("migrants", "nationals", "demonym", "country", "any")
                .forEach(name -> roles.put(name, vocabulary.sets().getOrDefault(name, Map.of())));
        this.cues = TermSets.compile(roles, analyzers);
    }

    /** The places of one document, read once for all its signals. */
    public Landscape read(String language, Tokens tokens, String title, String text) {
        return new Landscape(
                tokens,
                gazetteer.find(language, tokens, title, text),
                new Roles(cues, language, tokens, title, text),
                Analyzers.base(language).equals("ar"),
                text);
    }

    /** What kind of deed it is, as far as it tells who does it. */
    public enum Deed {
        /** People are brought out of a state. */
        REMOVAL(FromMeans.ACTS),
        /** People lose their homes, to a state or to an armed group. */
        DISPLACEMENT(FromMeans.ACTS),
        /** People are not let in. */
        REFUSAL(FromMeans.SUFFERS),
        OTHER(FromMeans.NOTHING);

        private final FromMeans from;

        Deed(FromMeans from) {
            this.from = from;
        }
    }

    /** What "from" a country says in a kind of deed. */
    private enum FromMeans {
        /** Deported from Iran: Iran acts. */
        ACTS,
        /** Visas for travellers from Iran: another state acts. */
        SUFFERS,
        NOTHING
    }

    /** Territories whose authorities are those of another state. */
    private static final Map<String, String> SOVEREIGNS =
            Map.of("YT", "FR", "RE", "FR", "GP", "FR", "MQ", "FR", "GF", "FR", "PR", "US", "GU", "US");

    /** The places of one document. */
    public static final class Landscape {

        private final Tokens tokens;
        private final List<Mention> mentions;
        private final Roles roles;
        private final boolean verbFirst;
        private final String text;

        Landscape(Tokens tokens, List<Mention> mentions, Roles roles, boolean verbFirst, String text) {
            this.tokens = tokens;
            this.mentions = mentions;
            this.roles = roles;
            this.verbFirst = verbFirst;
            this.text = text;
        }

        /** All mentions, in order. */
        public List<Mention> mentions() {
            return List.copyOf(mentions);
        }

        /**
         * Locates an event.
         *
         * @param matches the places in the text that speak of it; at least one
         * @param sourceCountry where the source is published, for want of anything better; or null
         */
        public Located locate(List<Match> matches, Deed deed, @Nullable String sourceCountry) {
            Map<Integer, Match> bySentence = new HashMap<>();
            matches.forEach(match -> bySentence.putIfAbsent(match.sentence(), match));
            Map<String, Double> points = new HashMap<>();
            Map<String, Double> local = new HashMap<>();
            for (Mention mention : mentions) {
                Match match = bySentence.get(tokens.sentence(mention.first()));
                double role = role(mention, match, deed);
                // Who suffers is told beside the event; a people named elsewhere does not clear its state.
                double weight = role < 0 && match == null ? ELSEWHERE : weight(mention, match);
                boolean state = mention.place().kind() == Place.Kind.COUNTRY;
                (state ? points : local).merge(acting(mention), weight * role, state ? Double::sum : Math::max);
            }
            // However many towns of a country are named, they say once where it happens.
            local.forEach((country, most) -> points.merge(country, LOCAL * most, Double::sum));
            String country = best(points);
            if (deed == Deed.DISPLACEMENT && byArmedGroup(bySentence.keySet())) {
                return new Located(null, places(bySentence, country));
            }
            if (country == null) {
                country = sourceCountry;
            }
            List<Place> places = places(bySentence, country);
            if (deed == Deed.REFUSAL && country != null) {
                places = withState(places, country);
            }
            return new Located(country, places);
        }

        /** A decree on visas holds in the whole state, whatever towns abroad its effects are told from. */
        private static List<Place> withState(List<Place> places, String country) {
            if (places.size() == MOST_PLACES
                    || places.stream().anyMatch(place -> place.country().equals(country))) {
                return places;
            }
            List<Place> all = new ArrayList<>(places);
            all.add(Place.state(country));
            return all;
        }

        private static String acting(Mention mention) {
            String country = mention.place().country();
            return SOVEREIGNS.getOrDefault(country, country);
        }

        /**
         * Whether those who drive people out are told to be fighters of no state: a group is named, or there is fighting
         * and no state is named; and no authority stands beside them.
         */
        private boolean byArmedGroup(Set<Integer> sentences) {
            boolean stateNamed = mentions.stream()
                    .anyMatch(mention -> mention.place().kind() == Place.Kind.COUNTRY
                            && sentences.contains(tokens.sentence(mention.first())));
            return sentences.stream()
                            .anyMatch(sentence -> roles.inSentence("role-armed", sentence)
                                    || !stateNamed && roles.inSentence("role-fighting", sentence))
                    && sentences.stream().noneMatch(sentence -> roles.inSentence("role-authority", sentence));
        }

        private double weight(Mention mention, @Nullable Match match) {
            if (dateline(mention)) {
                return DATELINE;
            }
            if (match != null) {
                return IN_EVENT_SENTENCE;
            }
            return tokens.inTitle(mention.first()) ? IN_TITLE : ELSEWHERE;
        }

        private double role(Mention mention, @Nullable Match match, Deed deed) {
            FromMeans from = deed.from;
            if (mention.place().kind() != Place.Kind.COUNTRY && (speaker(mention) || roles.speaks(mention))) {
                return 0;
            }
            boolean state = mention.place().kind() == Place.Kind.COUNTRY;
            double points = 0.5;
            if (roles.governs(mention) && !(from != FromMeans.SUFFERS && roles.marked("role-to", mention))) {
                boolean behind = match != null && mention.first() > match.triggerLast() && !verbFirst;
                points += behind || roles.speaks(mention) ? AUTHORITY_THAT_SPEAKS : AUTHORITY;
            } else if (mention.demonym()
                    && (roles.is("role-people", mention) || roles.touches("role-people", mention))) {
                return SUFFERS;
            }
            // "Por Idlib": by a town, people only go.
            if (marked("role-by", mention) && state) {
                points += BY;
            } else if (marked("role-via", mention) || isWayOut(mention)) {
                points += VIA;
            } else if (marked("role-to", mention)) {
                // Where nobody is brought, "à Tripoli" and "a Melilla" tell where.
                points += from == FromMeans.SUFFERS ? INTO : state || deed == Deed.REMOVAL ? TO : IN;
            } else if (marked("role-for", mention)) {
                points += FOR;
            } else if (marked("role-from", mention)) {
                points += switch (from) {
                    case ACTS -> 2.5;
                    case SUFFERS -> -2;
                    case NOTHING -> 0;
                };
            } else if (followsVerb(mention, match)) {
                points += SUBJECT_BEHIND_VERB;
            } else if (state
                    && match != null
                    && mention.last() < match.triggerFirst()
                    && !mention.demonym()
                    && !(from == FromMeans.SUFFERS && roles.marked("role-in", mention))) {
                points += SUBJECT;
            } else if (state && match == null && leads(mention)) {
                points += SUBJECT;
            } else if (from != FromMeans.SUFFERS && roles.marked("role-in", mention)) {
                points += IN;
            }
            return points;
        }

        /** Whether it, or a name that it is listed with ("of Iran, Libya and Somalia"), has this case or preposition. */
        private boolean marked(String set, Mention mention) {
            int at = Collections.binarySearch(mentions, mention, Comparator.comparingInt(Mention::first));
            int head = at;
            while (head > 0 && at - head < LONGEST_LIST && listed(head - 1)) {
                head--;
            }
            int tail = at;
            while (tail + 1 < mentions.size() && tail - at < LONGEST_LIST && listed(tail)) {
                tail++;
            }
            return roles.marked(set, mentions.get(head)) || roles.marked(set, mentions.get(tail));
        }

        /** A state and a people ("the US, Afghan citizens …") are no list. */
        private boolean listed(int at) {
            Mention one = mentions.get(at);
            Mention next = mentions.get(at + 1);
            return one.demonym() == next.demonym() && roles.listed(one, next);
        }

        /** "From Islam Qala": from a crossing people only come through. */
        private boolean isWayOut(Mention mention) {
            return mention.place().kind() == Place.Kind.CROSSING && roles.marked("role-from", mention);
        }

        /** "Washington has stopped …": a state at the head of a sentence acts. */
        private boolean leads(Mention mention) {
            return !mention.demonym() && mention.first() - tokens.sentenceStart(mention.first()) <= 1;
        }

        /** Arabic puts the acting state directly behind the verb. */
        private boolean followsVerb(Mention mention, @Nullable Match match) {
            return verbFirst && match != null && !mention.demonym() && mention.first() == match.triggerLast() + 1;
        }

        /** The state with the most points; none if all that is named are those who suffer or where they are sent. */
        private @Nullable String best(Map<String, Double> points) {
            String best = null;
            // In the order of the text, so that the first of equals wins.
            for (Mention mention : mentions) {
                String country = acting(mention);
                if (best == null || points.get(country) > points.get(best)) {
                    best = country;
                }
            }
            return best == null || points.get(best) < 0 ? null : best;
        }

        private List<Place> places(Map<Integer, Match> bySentence, @Nullable String country) {
            Set<Place> places = new LinkedHashSet<>();
            List<Mention> local = mentions.stream()
                    .filter(m -> m.place().kind() != Place.Kind.COUNTRY)
                    .toList();
            local.stream()
                    .filter(m -> bySentence.containsKey(tokens.sentence(m.first())) && !dateline(m) && !speaker(m))
                    .forEach(m -> places.add(m.place()));
            // A headline names the place of the event, whatever else its text goes on to.
            local.stream().filter(m -> tokens.inTitle(m.first()) && !speaker(m)).forEach(m -> places.add(m.place()));
            if (places.isEmpty()) {
                local.stream().filter(m -> !dateline(m) && !speaker(m)).forEach(m -> places.add(m.place()));
            }
            if (places.isEmpty()) {
                local.stream().filter(m -> m.place().country().equals(country)).forEach(m -> places.add(m.place()));
            }
            if (places.isEmpty() && country != null) {
                mentions.stream()
                        .map(Mention::place)
                        .filter(place -> place.kind() == Place.Kind.COUNTRY
                                && place.country().equals(country))
                        .forEach(places::add);
            }
            return new ArrayList<>(places).subList(0, Math.min(MOST_PLACES, places.size()));
        }

        private boolean speaker(Mention mention) {
            return roles.touches("role-speech", mention);
        }

        /** "KABUL (AP) —", "اسلام آباد:" at the head of the text. */
        private boolean dateline(Mention mention) {
            int position = mention.first() - tokens.textStart();
            if (position < 0 || position > 2) {
                return false;
            }
            for (int i = tokens.end(mention.last());
                    i < Math.min(text.length(), tokens.end(mention.last()) + 30);
                    i++) {
                char c = text.charAt(i);
                if (c == '—' || c == '–' || c == ':' || c == '-' && text.charAt(i - 1) == ' ') {
                    return true;
                }
                if (c == '.' || c == '؛') {
                    return false;
                }
            }
            return false;
        }
    }
}
