package org.tocsin.alert.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.tocsin.alert.text.CanonicalText;
import org.tocsin.alert.text.Stems;

/**
 * Names as sets of keys that meet across spellings and scripts: the folded name itself, and its consonants in classes
 * that transliterations keep ("Saravan" and "سراوان" are both SRN). Vowels and h come and go between scripts, and
 * the Arabic letter waw is a vowel as often as a w, so a name with it has a key for either reading.
 */
final class NameKeys {

    /** Shorter skeletons are shared by chance. */
    static final int TELLING = 3;

    private static final int SHORTEST_NAME = 4;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}'’\\u200C-]+");
    private static final Pattern PARTS = Pattern.compile("[-'’]");

    private NameKeys() {}

    /** One name. */
    record Name(Set<String> keys) {}

    /**
     * What may be a name: words with a capital that the text does not also write small, and in scripts without
     * capitals every word that is not common. What only ever begins a sentence of the body is no name.
     */
    static List<Name> in(String title, String body, TermWeights terms) {
        var small = new HashSet<String>();
        var large = new LinkedHashSet<String>();
        collect(title, 0, small, large);
        for (String sentence : CanonicalText.sentences(body)) {
            collect(sentence, 1, small, large);
        }
        var seen = new HashSet<String>();
        var names = new ArrayList<Name>();
        for (String word : large) {
            String folded = CanonicalText.fold(word);
            if (!small.contains(folded)
                    && !terms.common(Stems.of(folded))
                    && !States.derived(Stems.isArabic(folded) ? Stems.withoutArticle(folded) : folded)
                    && seen.add(folded)) {
                add(word, folded, names);
            }
        }
        return names;
    }

    /** Sorts words by whether they have a capital; those before {@code from} are looked at in scripts without only. */
    private static void collect(String sentence, int from, Set<String> small, Set<String> large) {
        String[] words = NO_LETTER.split(sentence.strip());
        for (int i = 0; i < words.length; i++) {
            for (String part : PARTS.split(words[i])) {
                if (part.isEmpty()) {
                    continue;
                }
                if (Character.isLowerCase(part.charAt(0))) {
                    small.add(CanonicalText.fold(part));
                } else if (part.length() >= 3
                        && (Stems.isArabic(part) || (i >= from && Character.isUpperCase(part.charAt(0))))) {
                    large.add(part);
                }
            }
        }
    }

    private static void add(String word, String folded, List<Name> names) {
        var keys = new LinkedHashSet<String>();
        String bare = Stems.isArabic(folded) ? Stems.withoutArticle(folded) : folded;
        if (bare.length() >= SHORTEST_NAME) {
            keys.add("=" + bare);
        }
        String skeleton = Stems.isArabic(folded) ? arabic(bare) : latin(word);
        keep(skeleton, keys);
        keep(undouble(skeleton.replace("W", "")), keys);
        if (!keys.isEmpty()) {
            names.add(new Name(keys));
        }
    }

    private static void keep(String skeleton, Set<String> keys) {
        if (skeleton.length() >= TELLING) {
            keys.add(skeleton);
        }
    }

    private static String latin(String word) {
        String plain = CanonicalText.fold(
                word.toLowerCase(Locale.ROOT).replace("ş", "sh").replace("ç", "ch"));
        var skeleton = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char next = i + 1 < plain.length() ? plain.charAt(i + 1) : 0;
            if (next == 'h') {
                char pair = digraph(plain.charAt(i));
                if (pair != 0) {
                    skeleton.append(pair);
                    i++;
                    continue;
                }
            }
            skeleton.append(latin(plain.charAt(i), next));
        }
        return undouble(skeleton.toString());
    }

    private static char digraph(char first) {
        return switch (first) {
            case 's' -> 'S';
            case 'c' -> 'C';
            case 'k', 'g' -> 'K';
            case 'z' -> 'J';
            case 't' -> 'T';
            case 'd' -> 'Z';
            case 'p' -> 'F';
            default -> 0;
        };
    }

    private static String latin(char letter, char next) {
        return switch (letter) {
            case 'b', 'p' -> "B";
            case 'c' -> next == 'e' || next == 'i' || next == 'y' ? "S" : "K";
            case 'd' -> "D";
            case 'f' -> "F";
            case 'g', 'k', 'q' -> "K";
            case 'j' -> "J";
            case 'l' -> "L";
            case 'm' -> "M";
            case 'n' -> "N";
            case 'r' -> "R";
            case 's' -> "S";
            case 't' -> "T";
            case 'v', 'w' -> "W";
            case 'x' -> "KS";
            case 'z' -> "Z";
            default -> "";
        };
    }

    private static String arabic(String word) {
        var skeleton = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            skeleton.append(arabic(word.charAt(i)));
        }
        return undouble(skeleton.toString());
    }

    private static String arabic(char letter) {
        return switch (letter) {
            case 'ب', 'پ' -> "B";
            case 'ت', 'ط', 'ٹ', 'ټ' -> "T";
            case 'ث', 'س', 'ش', 'ص', 'څ', 'ښ' -> "S";
            case 'ج', 'ژ' -> "J";
            case 'چ' -> "C";
            case 'خ', 'غ', 'ق', 'ک', 'گ' -> "K";
            case 'د', 'ڈ', 'ډ', 'ض' -> "D";
            case 'ذ', 'ز', 'ظ', 'ځ' -> "Z";
            case 'ر', 'ڑ', 'ړ' -> "R";
            case 'ف' -> "F";
            case 'ل' -> "L";
            case 'م' -> "M";
            case 'ن', 'ں', 'ڼ' -> "N";
            case 'و' -> "W";
            default -> "";
        };
    }

    private static String undouble(String skeleton) {
        var single = new StringBuilder();
        for (int i = 0; i < skeleton.length(); i++) {
            if (i == 0 || skeleton.charAt(i) != skeleton.charAt(i - 1)) {
                single.append(skeleton.charAt(i));
            }
        }
        return single.toString();
    }
}
