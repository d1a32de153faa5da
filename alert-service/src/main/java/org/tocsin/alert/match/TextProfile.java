package org.tocsin.alert.match;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.tocsin.alert.text.CanonicalText;
import org.tocsin.alert.text.Hashing;
import org.tocsin.alert.text.Stems;

/**
 * The little that is kept of a text to compare it with others: its most telling words with weights of unit length, and
 * what does not depend on the language: names, telling numbers, days named, and peoples.
 */
public final class TextProfile {

    /** Seven lengths of 0, and no sequel. */
    private static final byte[] EMPTY = new byte[7 * Integer.BYTES + 1];

    private static final int SEQUEL = 1;
    private static final int ENDED = 2;
    private static final int COUNTED = 4;

    /** Texts of fewer different words are unlike by chance, and of these on they are unlike for a reason. */
    private static final int SHORT = 12;

    private static final int LONG = 24;

    private static final int MAX_TERMS = 72;
    private static final int MAX_NAMES = 60;
    private static final int MAX_NUMBERS = 24;

    /** The beginning of a report says what it is about; what follows is background. */
    private static final int LEAD_WORDS = 220;

    private static final int LEAD_CHARACTERS = 300;
    private static final int LONGEST_READ = 6_000;

    /** A word of the title counts as if it came this often. */
    private static final int TITLE_WEIGHT = 3;

    private final int[] terms;
    private final float[] weights;
    private final int[] names;
    private final byte[] owners;
    private final long[] numbers;
    private final int[] days;
    private final int[] peoples;
    private final long[] lead;
    private final int series;
    private final boolean sequel;
    private final boolean ended;
    private final boolean counted;

    private TextProfile(Words words, Facts facts) {
        this.terms = words.terms;
        this.weights = words.weights;
        this.names = facts.names;
        this.owners = facts.owners;
        this.numbers = facts.numbers;
        this.days = facts.days;
        this.peoples = facts.peoples;
        this.lead = facts.lead;
        this.series = facts.series;
        this.sequel = facts.sequel;
        this.ended = facts.ended;
        this.counted = facts.counted;
    }

    /** Sorted hashes of stems and their weights. */
    private record Words(int[] terms, float[] weights) {}

    /**
     * What is comparable between languages.
     *
     * @param names sorted hashes of the keys of names
     * @param owners which name each key belongs to
     * @param lead numbers of title and lead
     * @param series hash of a title that numbers itself, without the number; 0 for others
     * @param sequel whether it says that this is another event after an earlier one
     * @param ended whether it tells that a measure ends
     * @param counted whether it is what a series says
     */
    private record Facts(
            int[] names,
            byte[] owners,
            long[] numbers,
            int[] days,
            int[] peoples,
            long[] lead,
            int series,
            boolean sequel,
            boolean ended,
            boolean counted) {}

    /** Profile of a document; {@code published} is what days are relative to. */
    public static TextProfile of(String title, String text, Instant published, TermWeights termWeights) {
        String body = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
        var frequencies = new HashMap<String, Integer>();
        CanonicalText.words(title).forEach(word -> frequencies.merge(word, TITLE_WEIGHT, Integer::sum));
        CanonicalText.words(body).stream().limit(LEAD_WORDS).forEach(word -> frequencies.merge(word, 1, Integer::sum));
        long[] numbers = frequencies.keySet().stream()
                .filter(TextProfile::tellingNumber)
                .mapToLong(Long::parseLong)
                .sorted()
                .limit(MAX_NUMBERS)
                .toArray();
        frequencies.keySet().removeIf(word -> word.length() < 3 || Character.isDigit(word.charAt(0)));
        return new TextProfile(weighted(frequencies, termWeights), facts(title, body, published, numbers, termWeights));
    }

    /**
     * Profile of what a series says. Its sentences are made from a pattern, so its words and the bounds in them tell
     * nothing; only the names of the title do.
     */
    public static TextProfile ofSeries(String title, Instant published, TermWeights termWeights) {
        Facts named = facts(title, "", published, new long[0], termWeights);
        return new TextProfile(
                new Words(new int[0], new float[0]),
                new Facts(
                        named.names,
                        named.owners,
                        named.numbers,
                        named.days,
                        named.peoples,
                        new long[0],
                        0,
                        false,
                        false,
                        true));
    }

    private static Facts facts(String title, String body, Instant published, long[] numbers, TermWeights termWeights) {
        var owners = new HashMap<Integer, Byte>();
        List<NameKeys.Name> names = NameKeys.in(title, body, termWeights);
        for (int i = 0; i < Math.min(MAX_NAMES, names.size()); i++) {
            for (String key : names.get(i).keys()) {
                owners.putIfAbsent(key.startsWith("=") ? hash(key) | 1 : hash(key) & ~1, (byte) i);
            }
        }
        int[] keys =
                owners.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        byte[] owner = new byte[keys.length];
        for (int i = 0; i < keys.length; i++) {
            owner[i] = owners.get(keys[i]);
        }
        String lead = body.substring(0, Math.min(body.length(), LEAD_CHARACTERS));
        Set<Integer> days = DayMentions.in(title + ".\n" + body, published);
        return new Facts(
                keys,
                owner,
                numbers,
                ints(days),
                ints(hashes(Peoples.in(title + " " + lead))),
                LeadNumbers.of(title, lead).stream().mapToLong(Long::longValue).toArray(),
                SeriesTitle.of(title),
                Sequel.in(title, lead),
                Ended.in(title),
                false);
    }

    private static Set<Integer> hashes(Set<String> words) {
        var hashes = new HashSet<Integer>();
        words.forEach(word -> hashes.add(hash(word)));
        return hashes;
    }

    private static int[] ints(Set<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static Words weighted(Map<String, Integer> frequencies, TermWeights termWeights) {
        var stems = new HashMap<String, Integer>();
        frequencies.forEach((word, count) -> stems.merge(Stems.of(word), count, Integer::sum));
        var scored = new HashMap<Integer, Double>();
        stems.forEach(
                (stem, count) -> scored.merge(hash(stem), (1 + Math.log(count)) * termWeights.of(stem), Double::sum));
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
        return new Words(terms, weights);
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

    /** How much it says that the words of the two differ, 0 to 1: a report of one sentence shares few with any other. */
    double comparable(TextProfile other) {
        int shorter = Math.min(terms.length, other.terms.length);
        return Math.max(0, Math.min(1, (double) (shorter - SHORT) / (LONG - SHORT)));
    }

    /**
     * How much of names the two have in common, 0 to 1: one long name, or two that are short enough to meet by chance,
     * is a third of what makes 1.
     */
    double sharedNames(TextProfile other) {
        var exact = new HashSet<Byte>();
        var sounds = new HashSet<Byte>();
        for (int i = 0; i < names.length; i++) {
            if (Arrays.binarySearch(other.names, names[i]) >= 0) {
                ((names[i] & 1) == 1 ? exact : sounds).add(owners[i]);
            }
        }
        sounds.removeAll(exact);
        return Math.min(1, (exact.size() + 0.6 * sounds.size()) / 3);
    }

    /** Whether both have names enough that reports of one event would share one. */
    boolean namesComparable(TextProfile other) {
        return Math.min(names.length, other.names.length) >= 6;
    }

    /** How many telling numbers both have. */
    int sharedNumbers(TextProfile other) {
        return shared(numbers, other.numbers);
    }

    /** Whether both name the same day, or one names the day around which the other was published. */
    boolean daysMeet(Instant published, TextProfile other, Instant otherPublished) {
        boolean named = Arrays.stream(days).anyMatch(day -> Arrays.binarySearch(other.days, day) >= 0);
        return named || names(otherPublished) || other.names(published);
    }

    private boolean names(Instant published) {
        int day = (int) Math.floorDiv(published.getEpochSecond(), 86_400L);
        return Arrays.binarySearch(days, day) >= 0 || Arrays.binarySearch(days, day - 1) >= 0;
    }

    /** Whether both say in title or lead which people they are about, and it is not the same. */
    boolean peoplesDiffer(TextProfile other) {
        return peoples.length > 0
                && other.peoples.length > 0
                && Arrays.stream(peoples).noneMatch(people -> Arrays.binarySearch(other.peoples, people) >= 0);
    }

    /** Whether both are issues of one series, such as weekly bulletins. */
    boolean sameSeries(TextProfile other) {
        return series != 0 && series == other.series;
    }

    /** Whether title or lead of both count something. */
    boolean leadsCount(TextProfile other) {
        return lead.length > 0 && other.lead.length > 0;
    }

    /** Whether a number of title or lead is in both. */
    boolean leadNumberShared(TextProfile other) {
        return shared(lead, other.lead) > 0;
    }

    /** The largest number of title and lead; 0 if there is none. */
    long leadNumber() {
        return lead.length == 0 ? 0 : lead[lead.length - 1];
    }

    /** Whether it says that it is about another event after an earlier one of the kind. */
    boolean sequel() {
        return sequel;
    }

    /** Whether its title tells that a measure ends. */
    boolean ended() {
        return ended;
    }

    /** Whether it is what a series says and no report. */
    boolean counted() {
        return counted;
    }

    /** The greatest numbers of title and lead. */
    LongStream leadNumbers(int most) {
        return Arrays.stream(lead).skip(Math.max(0, lead.length - most));
    }

    /** Keys of the names that come first: by their sound, and as they are written where they are too short for that. */
    IntStream nameKeys(int most) {
        var sounds = new HashSet<Byte>();
        for (int i = 0; i < names.length; i++) {
            if ((names[i] & 1) == 0) {
                sounds.add(owners[i]);
            }
        }
        return IntStream.range(0, names.length)
                .filter(i -> owners[i] < most)
                .filter(i -> (names[i] & 1) == 0 || !sounds.contains(owners[i]))
                .map(i -> names[i]);
    }

    private static int shared(long[] some, long[] others) {
        return (int) Arrays.stream(some)
                .filter(number -> Arrays.binarySearch(others, number) >= 0)
                .count();
    }

    /** Compact form for the database. */
    public byte[] encode() {
        int size = 7 * Integer.BYTES
                + 1
                + terms.length * 8
                + names.length * 5
                + (numbers.length + lead.length) * 8
                + (days.length + peoples.length) * 4;
        var buffer = ByteBuffer.allocate(size);
        buffer.putInt(terms.length).putInt(names.length).putInt(numbers.length);
        buffer.putInt(days.length).putInt(peoples.length).putInt(lead.length).putInt(series);
        buffer.put((byte) ((sequel ? SEQUEL : 0) | (ended ? ENDED : 0) | (counted ? COUNTED : 0)));
        for (int i = 0; i < terms.length; i++) {
            buffer.putInt(terms[i]).putFloat(weights[i]);
        }
        Arrays.stream(names).forEach(buffer::putInt);
        buffer.put(owners);
        Arrays.stream(numbers).forEach(buffer::putLong);
        Arrays.stream(lead).forEach(buffer::putLong);
        Arrays.stream(days).forEach(buffer::putInt);
        Arrays.stream(peoples).forEach(buffer::putInt);
        return buffer.array();
    }

    /** Reads what {@link #encode()} wrote; nothing at all is the profile of a text that is not known any more. */
    public static TextProfile decode(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes.length == 0 ? EMPTY : bytes);
        int[] terms = new int[buffer.getInt()];
        int[] names = new int[buffer.getInt()];
        long[] numbers = new long[buffer.getInt()];
        int[] days = new int[buffer.getInt()];
        int[] peoples = new int[buffer.getInt()];
        long[] lead = new long[buffer.getInt()];
        int series = buffer.getInt();
        byte flags = buffer.get();
        float[] weights = new float[terms.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = buffer.getInt();
            weights[i] = buffer.getFloat();
        }
        fill(names, buffer);
        byte[] owners = new byte[names.length];
        buffer.get(owners);
        fill(numbers, buffer);
        fill(lead, buffer);
        fill(days, buffer);
        fill(peoples, buffer);
        return new TextProfile(
                new Words(terms, weights),
                new Facts(
                        names,
                        owners,
                        numbers,
                        days,
                        peoples,
                        lead,
                        series,
                        (flags & SEQUEL) != 0,
                        (flags & ENDED) != 0,
                        (flags & COUNTED) != 0));
    }

    private static void fill(long[] values, ByteBuffer buffer) {
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.getLong();
        }
    }

    private static void fill(int[] values, ByteBuffer buffer) {
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.getInt();
        }
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

    private static int hash(String word) {
        return (int) (Hashing.of(word) >>> 32);
    }
}
