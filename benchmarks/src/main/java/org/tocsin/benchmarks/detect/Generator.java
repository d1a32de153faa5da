package org.tocsin.benchmarks.detect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * An invented language of which texts and rules are made: words as frequent as Zipf's law says, and set phrases, so that
 * the words of a rule meet in a text about as often as those of a real one. The same seed gives the same texts and rules.
 */
final class Generator {

    private static final int WORDS = 20_000;
    private static final int PHRASES = 6_000;
    /** One word in so many begins a set phrase. */
    private static final int PHRASE_EVERY = 12;
    /** Rules are not made of the words that stand in every text. */
    private static final int FIRST_OF_RULES = 800;

    private static final String[] SYLLABLES = {
        "ba", "ko", "ri", "ten", "mal", "so", "ver", "du", "la", "nim", "po", "gar", "te", "shu", "fan", "or", "el",
        "ik", "um", "zad"
    };

    private final Random random;
    private final String[] words = new String[WORDS];
    private final double[] cumulated = new double[WORDS];
    private final List<List<String>> phrases = new ArrayList<>();

    Generator(long seed) {
        this.random = new Random(seed);
        Set<String> invented = new LinkedHashSet<>();
        while (invented.size() < WORDS) {
            invented.add(invent());
        }
        List<String> shuffled = new ArrayList<>(invented);
        Collections.shuffle(shuffled, random);
        double sum = 0;
        for (int rank = 0; rank < WORDS; rank++) {
            words[rank] = shuffled.get(rank);
            sum += 1.0 / (rank + 2.7);
            cumulated[rank] = sum;
        }
        for (int i = 0; i < PHRASES; i++) {
            phrases.add(phrase(2 + random.nextInt(3)));
        }
    }

    private String invent() {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i >= 0; i--) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private List<String> phrase(int length) {
        List<String> phrase = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            phrase.add(words[rank()]);
        }
        return phrase;
    }

    private int rank() {
        double wanted = random.nextDouble() * cumulated[WORDS - 1];
        int low = 0;
        int high = WORDS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulated[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A text of about so many words, in sentences of 8 to 27. */
    String text(int length) {
        StringBuilder text = new StringBuilder();
        int written = 0;
        while (written < length) {
            int sentence = 8 + random.nextInt(20);
            for (int i = 0; i < sentence; ) {
                List<String> next = random.nextInt(PHRASE_EVERY) == 0
                        ? phrases.get(random.nextInt(PHRASES))
                        : List.of(words[rank()]);
                next.forEach(word -> text.append(word).append(' '));
                i += next.size();
                written += next.size();
            }
            text.setLength(text.length() - 1);
            text.append(". ");
            text.setCharAt(text.length() - 1, '\n');
            text.append("The ");
        }
        return text.substring(0, text.length() - 5);
    }

    /** Texts as {@link #text} makes them. */
    List<String> texts(int count, int length) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text(length));
        }
        return texts;
    }

    /** Rules: four in ten are phrases, three in ten words near each other, three in ten words with AND, OR and NOT. */
    List<GeneratedRule> rules(int count) {
        List<GeneratedRule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "rule-" + i;
            int kind = random.nextInt(10);
            rules.add(kind < 4 ? phraseRule(id) : kind < 7 ? near(id) : both(id));
        }
        return rules;
    }

    private GeneratedRule phraseRule(String id) {
        List<List<String>> chosen = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            chosen.add(phrases.get(random.nextInt(PHRASES)));
        }
        return new GeneratedRule.Phrases(id, chosen);
    }

    private GeneratedRule near(String id) {
        int[] reach = {5, 8, 12};
        String one = ruleWord();
        String other = ruleWord();
        while (other.equals(one)) {
            other = ruleWord();
        }
        return new GeneratedRule.Near(id, one, other, reach[random.nextInt(reach.length)]);
    }

    /** No word stands on both sides of the AND: for us that takes two words of the text, for Lucene one. */
    private GeneratedRule both(String id) {
        int oneOf = 2 + random.nextInt(4);
        List<String> words = ruleWords(oneOf + 2 + random.nextInt(4));
        int last = words.size() - 1;
        return new GeneratedRule.Both(id, words.subList(0, oneOf), words.subList(oneOf, last), words.get(last));
    }

    private List<String> ruleWords(int count) {
        Set<String> chosen = new LinkedHashSet<>();
        while (chosen.size() < count) {
            chosen.add(ruleWord());
        }
        return List.copyOf(chosen);
    }

    private String ruleWord() {
        int rank = rank();
        while (rank < FIRST_OF_RULES) {
            rank = rank();
        }
        return words[rank];
    }
}
