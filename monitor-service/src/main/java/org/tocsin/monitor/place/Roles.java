package org.tocsin.monitor.place;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.tocsin.monitor.detect.TermSets;
import org.tocsin.monitor.text.Analyzers;
import org.tocsin.monitor.text.Tokens;

/** The words around names that tell who acts, who suffers, from where and to where. Of one document. */
final class Roles {

    /** The shared term sets that carry roles. */
    static final List<String> SETS = List.of(
            "role-authority",
            "role-people",
            "role-from",
            "role-to",
            "role-by",
            "role-via",
            "role-in",
            "role-for",
            "role-armed",
            "role-fighting",
            "role-speech");

    /** "And", by itself, in folded letters. */
    private static final Set<String> AND = Set.of("and", "und", "et", "y", "e", "ve", "ile", "و", "او", "اور");

    /** "Of" and articles, by themselves, in folded letters. */
    private static final Set<String> LINKS =
            Set.of("of", "the", "de", "du", "des", "d", "del", "la", "el", "los", "von", "der", "vom");

    private static final int MOST_LINKS = 2;

    /** Words between a name and the verb of saying that it is the subject of. */
    private static final int SPEECH_REACH = 4;

    /** Languages that put such words behind the name. */
    private static final Set<String> POSTPOSITIONS = Set.of("ur", "tr", "ps");

    private static final Map<String, String> TURKISH_SUFFIXES = suffixes();

    private final Map<String, boolean[]> marks = new HashMap<>();
    private final boolean behind;
    private final boolean turkish;
    private final boolean french;
    private final Tokens tokens;
    private final String title;
    private final String text;

    Roles(TermSets cues, String language, Tokens tokens, String title, String text) {
        for (String set : SETS) {
            marks.put(set, new boolean[tokens.size()]);
        }
        for (TermSets.Found found : cues.find(language, tokens)) {
            boolean[] of = marks.get(found.name());
            if (of != null) {
                for (int token = found.first(); token <= found.last(); token++) {
                    of[token] = true;
                }
            }
        }
        hideForcesOfNoState();
        String base = Analyzers.base(language);
        this.behind = POSTPOSITIONS.contains(base);
        this.turkish = base.equals("tr");
        this.french = base.equals("fr");
        this.tokens = tokens;
        this.title = title;
        this.text = text;
    }

    /** "Rapid Support Forces": the forces in that name are those of no state. */
    private void hideForcesOfNoState() {
        boolean[] armed = marks.get("role-armed");
        boolean[] authority = marks.get("role-authority");
        for (int token = 0; token < armed.length; token++) {
            authority[token] &= !armed[token];
        }
    }

    /** Whether a word of the set occurs in a sentence. */
    boolean inSentence(String set, int sentence) {
        boolean[] of = marks.get(set);
        for (int token = 0; token < of.length; token++) {
            if (of[token] && tokens.sentence(token) == sentence) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> suffixes() {
        Map<String, String> suffixes = new HashMap<>();
        List.of("dan", "den", "tan", "ten", "ndan", "nden").forEach(s -> suffixes.put(s, "role-from"));
        List.of("a", "e", "ya", "ye", "na", "ne").forEach(s -> suffixes.put(s, "role-to"));
        List.of("da", "de", "ta", "te", "nda", "nde", "daki", "deki").forEach(s -> suffixes.put(s, "role-in"));
        return suffixes;
    }

    /** Whether a word of the set stands directly beside the mention, nothing between. */
    boolean touches(String set, Mention mention) {
        return at(set, mention.first() - 1, mention) && joined(mention.first() - 1)
                || at(set, mention.last() + 1, mention) && joined(mention.last());
    }

    /**
     * Whether the mention names an authority. Where adjectives stand before their noun, what stands before an adjective
     * belongs to something else: "د ایران سفارت افغانانو ته".
     */
    boolean governs(Mention mention) {
        boolean ahead = at("role-authority", mention.last() + 1, mention) && joined(mention.last());
        return behind && mention.demonym() ? ahead : touches("role-authority", mention) || heads(mention);
    }

    /** "The police of Malaysia", "la policía de la República Dominicana". */
    private boolean heads(Mention mention) {
        int token = mention.first() - 1;
        while (token >= 0 && mention.first() - token <= MOST_LINKS && LINKS.contains(tokens.light(token))) {
            token--;
        }
        return !mention.demonym() && token < mention.first() - 1 && at("role-authority", token, mention);
    }

    /** Whether the mention itself is a word of the set. */
    boolean is(String set, Mention mention) {
        return at(set, mention.first(), mention);
    }

    /** Whether authorities of that name are about to say something. */
    boolean speaks(Mention mention) {
        for (int token = mention.last() + 1; token <= mention.last() + SPEECH_REACH; token++) {
            if (at("role-speech", token, mention)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two names stand in one list: a comma or "and" between them, and nothing else. */
    boolean listed(Mention one, Mention next) {
        int between = next.first() - one.last() - 1;
        if (between < 0
                || between > 1
                || tokens.sentence(one.first()) != tokens.sentence(next.first())
                || tokens.inTitle(one.first()) != tokens.inTitle(next.first())) {
            return false;
        }
        if (between == 1) {
            return AND.contains(tokens.light(one.last() + 1));
        }
        String field = tokens.inTitle(next.first()) ? title : text;
        return !joined(one.last()) || field.charAt(tokens.start(next.first())) == 'و';
    }

    /** Whether nothing but a blank, hyphen or apostrophe parts a word from the next; a comma starts something new. */
    private boolean joined(int token) {
        if (tokens.inTitle(token) != tokens.inTitle(token + 1)) {
            return false;
        }
        String field = tokens.inTitle(token) ? title : text;
        for (int i = tokens.end(token); i < tokens.start(token + 1); i++) {
            if (",،;؛:()".indexOf(field.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the mention has this case or preposition. */
    boolean marked(String set, Mention mention) {
        if (turkish && set.equals(TURKISH_SUFFIXES.get(suffix(mention)))) {
            return true;
        }
        if (set.equals("role-from") && elided(mention)) {
            return true;
        }
        if (behind) {
            return at(set, mention.last() + 1, mention);
        }
        return at(set, mention.first() - 1, mention)
                || at(set, mention.first() - 2, mention) && !anyCase(mention.first() - 1);
    }

    /** French joins the preposition to the name: d'Iran. The analyzer cuts it off. */
    private boolean elided(Mention mention) {
        if (!french) {
            return false;
        }
        String field = tokens.inTitle(mention.first()) ? title : text;
        int start = tokens.start(mention.first());
        String head = field.substring(Math.max(0, start - 2), Math.min(field.length(), start + 2));
        return head.matches("(?is)(d['’].*|..d['’])");
    }

    private boolean anyCase(int token) {
        return token >= 0
                && (marks.get("role-from")[token] || marks.get("role-to")[token] || marks.get("role-by")[token]);
    }

    private boolean at(String set, int token, Mention mention) {
        return token >= 0
                && token < tokens.size()
                && tokens.sentence(token) == tokens.sentence(mention.first())
                && marks.get(set)[token];
    }

    /** What a Turkish writer puts behind the apostrophe: İran'dan. */
    private String suffix(Mention mention) {
        String field = tokens.inTitle(mention.first()) ? title : text;
        String word = field.substring(tokens.start(mention.last()), tokens.end(mention.last()));
        int apostrophe = Math.max(word.lastIndexOf('\''), word.lastIndexOf('’'));
        return apostrophe < 0 ? "" : word.substring(apostrophe + 1).toLowerCase(Locale.ROOT);
    }
}
