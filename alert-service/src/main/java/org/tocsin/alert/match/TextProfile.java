package org.tocsin.alert.match;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.tocsin.alert.text.CanonicalText;
import org.tocsin.alert.text.Hashing;

/**
 * The little that is kept of a text to compare it with others: its most telling words with weights of unit length, its
 * names in Latin letters, and its telling numbers, which are the same in every language.
 */
public final class TextProfile {

    private static final int MAX_TERMS = 72;
    private static final int MAX_NAMES = 32;
    private static final int MAX_NUMBERS = 24;

    /** The beginning of a report says what it is about; what follows is background. */
    private static final int LEAD_WORDS = 220;

    /** A word of the title counts as if it came this often. */
    private static final int TITLE_WEIGHT = 3;

    private final int[] terms;
    private final float[] weights;
    private final int[] names;
    private final long[] numbers;

    private TextProfile(int[] terms, float[] weights, int[] names, long[] numbers) {
        this.terms = terms;
        this.weights = weights;
        this.names = names;
        this.numbers = numbers;
    }

    /** Profile of a document in the given language (BCP 47). */
    public static TextProfile of(String title, String text, String language, TermWeights termWeights) {
        var frequencies = new HashMap<String, Integer>();
        CanonicalText.words(title).forEach(word -> frequencies.merge(word, TITLE_WEIGHT, Integer::sum));
        List<String> words = CanonicalText.words(text);
        words.stream().limit(LEAD_WORDS).forEach(word -> frequencies.merge(word, 1, Integer::sum));
        long[] numbers = frequencies.keySet().stream()
                .filter(TextProfile::tellingNumber)
                .mapToLong(Long::parseLong)
                .sorted()
                .limit(MAX_NUMBERS)
                .toArray();
        frequencies.keySet().removeIf(word -> word.length() < 3 || Character.isDigit(word.charAt(0)));
        int[] names = names(title + ".\n" + text, language).stream()
                .mapToInt(TextProfile::hash)
                .sorted()
                .distinct()
                .limit(MAX_NAMES)
                .toArray();
        return weighted(frequencies, termWeights, names, numbers);
    }

    private static TextProfile weighted(
            Map<String, Integer> frequencies, TermWeights termWeights, int[] names, long[] numbers) {
        var scored = new HashMap<Integer, Double>();
        frequencies.forEach(
                (word, count) -> scored.merge(hash(word), (1 + Math.log(count)) * termWeights.of(word), Double::sum));
        List<Map.Entry<Integer, Double>> best = scored.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_TERMS)
                .sorted(Map.Entry.comparingByKey())
                .toList();
        double length = Math.sqrt(best.stream()
                .mapToDouble(entry -> entry.getValue() * entry.getValue())
                .sum());
        int[] terms = new int[best.size()];
        float[] weights = new float[best.size()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = best.get(i).getKey();
            weights[i] = (float) (best.get(i).getValue() / length);
        }
        return new TextProfile(terms, weights, names, numbers);
    }

    /** Cosine of the weighted words, 0 to 1; only meaningful between texts of one language. */
    double similarity(TextProfile other) {
        double product = 0;
        int i = 0;
        int j = 0;
        while (i < terms.length && j < other.terms.length) {
            if (terms[i] == other.terms[j]) {
                product += (double) weights[i++] * other.weights[j++];
            } else if (terms[i] < other.terms[j]) {
                i++;
            } else {
                j++;
            }
        }
        return Math.min(1, product);
    }

    /** Share of the shorter list of names that both have, 0 to 1; 0 where one of the texts has too few to tell. */
    double sharedNames(TextProfile other) {
        int shorter = Math.min(names.length, other.names.length);
        if (shorter < 2) {
            return 0;
        }
        return (double) Arrays.stream(names)
                        .filter(name -> Arrays.binarySearch(other.names, name) >= 0)
                        .count()
                / shorter;
    }

    /** How many telling numbers both have. */
    int sharedNumbers(TextProfile other) {
        return (int) Arrays.stream(numbers)
                .filter(number -> Arrays.binarySearch(other.numbers, number) >= 0)
                .count();
    }

    /** Compact form for the database. */
    public byte[] encode() {
        var buffer = ByteBuffer.allocate(12 + terms.length * 8 + names.length * 4 + numbers.length * 8);
        buffer.putInt(terms.length).putInt(names.length).putInt(numbers.length);
        for (int i = 0; i < terms.length; i++) {
            buffer.putInt(terms[i]).putFloat(weights[i]);
        }
        Arrays.stream(names).forEach(buffer::putInt);
        Arrays.stream(numbers).forEach(buffer::putLong);
        return buffer.array();
    }

    /** Reads what {@link #encode()} wrote. */
    public static TextProfile decode(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        int[] terms = new int[buffer.getInt()];
        int[] names = new int[buffer.getInt()];
        long[] numbers = new long[buffer.getInt()];
        float[] weights = new float[terms.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = buffer.getInt();
            weights[i] = buffer.getFloat();
        }
        for (int i = 0; i < names.length; i++) {
            names[i] = buffer.getInt();
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = buffer.getLong();
        }
        return new TextProfile(terms, weights, names, numbers);
    }

    /** A count that two reports do not share by chance: not a day, a year, or a round number. */
    private static boolean tellingNumber(String word) {
        if (word.length() < 3 || word.length() > 12 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        long number = Long.parseLong(word);
        boolean year = number >= 1300 && number <= 2100;
        return number >= 100 && !year && number % 100 != 0;
    }

    /** Words with a capital within a sentence. German writes every noun so, and other scripts have no capitals. */
    private static Set<String> names(String text, String language) {
        var names = new HashSet<String>();
        if (language.toLowerCase(Locale.ROOT).startsWith("de")) {
            return names;
        }
        for (String sentence : CanonicalText.sentences(text)) {
            String[] words = sentence.strip().split("[^\\p{L}\\p{M}'’-]+");
            for (int i = 1; i < words.length; i++) {
                if (words[i].length() > 2 && Character.isUpperCase(words[i].charAt(0))) {
                    names.add(CanonicalText.fold(words[i]).replaceFirst("'s$", ""));
                }
            }
        }
        return names;
    }

    private static int hash(String word) {
        return (int) (Hashing.of(word) >>> 32);
    }
}
