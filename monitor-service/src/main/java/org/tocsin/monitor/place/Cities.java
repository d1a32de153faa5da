package org.tocsin.monitor.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.text.LetterFold;

/**
 * The cities and divisions of the world, from open data, by folded name. Names are kept as 64-bit hashes in a table with
 * open addressing, so that a hundred thousand of them take a few megabytes and a look-up one or two reads. Immutable and
 * thread-safe.
 */
final class Cities {

    /** A name is looked up only if some name begins with the same letters. */
    private static final int HEAD = 3;

    private static final int HEADS = 1 << 16;

    /** The size of places that were written down by hand. */
    private static final int WELL_KNOWN = 4;

    /** Marks a name that is also a word, or a name of people. */
    private static final char WORD = '?';

    private final List<City> cities = new ArrayList<>();
    private final long[] heads = new long[HEADS / Long.SIZE];
    private long[] keys = new long[1 << 17];
    /** For each key the first of its names, {@code name + 1}; {@code next} leads on from there. */
    private int[] firsts = new int[keys.length];

    private int size;
    private int[] next = new int[1 << 17];
    private int[] named = new int[1 << 17];
    private boolean[] word = new boolean[1 << 17];
    private int names;

    /**
     * A line of {@code cities.tsv}.
     *
     * @param place the place
     * @param capital whether its name may stand for its state
     * @param size 0 for fewer than 5,000 people, then up to 15,000, 50,000, 100,000, 500,000, 2 million and more
     */
    record City(Place place, boolean capital, int size) {}

    /**
     * A name in a text that means a city, or one of several.
     *
     * @param word whether the name is a word of some language as well
     */
    record Named(City city, boolean word) {}

    private Cities() {}

    static Cities read(InputStream stream) throws IOException {
        Cities cities = new Cities();
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith("#")) {
                cities.add(line.split("\t"));
            }
        }
        return cities;
    }

    /** Adds a place that was written down by hand: well known, whatever its size. */
    void add(Place place, List<String> written) {
        int city = cities.size();
        cities.add(new City(place, false, WELL_KNOWN));
        written.forEach(name -> addName(name, city));
    }

    /** Country, kind, size, P-code, English name, further names in Latin letters, names in Arabic letters. */
    private void add(String[] row) {
        String name = plain(row[4]);
        Place place = new Place(name, kind(row[1]), row[0].intern(), row[3].isEmpty() ? null : row[3].intern());
        int city = cities.size();
        cities.add(new City(place, row[1].equals("C"), Integer.parseInt(row[2])));
        addName(row[4], city);
        for (int column = 5; column < row.length; column++) {
            for (String other : row[column].split(",")) {
                addName(other, city);
            }
        }
    }

    private static Place.Kind kind(String letter) {
        return switch (letter) {
            case "R" -> Place.Kind.REGION;
            case "X" -> Place.Kind.CROSSING;
            case "M" -> Place.Kind.CAMP;
            default -> Place.Kind.CITY;
        };
    }

    private static String plain(String name) {
        return isWord(name) ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isWord(String name) {
        return !name.isEmpty() && name.charAt(name.length() - 1) == WORD;
    }

    private void addName(String name, int city) {
        String folded = letters(plain(name));
        if (folded.length() < HEAD) {
            return;
        }
        if (names == named.length) {
            int more = names * 2;
            next = Arrays.copyOf(next, more);
            named = Arrays.copyOf(named, more);
            word = Arrays.copyOf(word, more);
        }
        int head = head(folded, 0);
        heads[head >> 6] |= 1L << head;
        named[names] = city;
        word[names] = isWord(name);
        link(hash(0, folded, 0), names);
        names++;
    }

    private static String letters(String name) {
        String folded = LetterFold.fold(name);
        StringBuilder letters = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i))) {
                letters.append(folded.charAt(i));
            }
        }
        return letters.toString();
    }

    private void link(long key, int name) {
        if (size * 2 > keys.length) {
            grow();
        }
        int slot = slot(key);
        if (firsts[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        next[name] = firsts[slot];
        firsts[slot] = name + 1;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldFirsts = firsts;
        keys = new long[oldKeys.length * 2];
        firsts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldFirsts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                firsts[slot] = oldFirsts[i];
            }
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ key >>> 32) & mask;
        while (firsts[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Whether any name begins like this word; most words of a text do not get past this. */
    boolean mayBegin(String folded, int from) {
        if (folded.length() - from < HEAD) {
            return folded.length() > from;
        }
        int head = head(folded, from);
        return (heads[head >> 6] & 1L << head) != 0;
    }

    private static int head(String folded, int from) {
        return (folded.charAt(from) * 31 * 31 + folded.charAt(from + 1) * 31 + folded.charAt(from + 2)) * 0x9E3779B1
                >>> 16;
    }

    /**
     * Goes on with the hash of a name by one more word.
     *
     * @param hash 0 at the start of a name
     */
    static long hash(long hash, String folded, int from) {
        long sum = hash;
        for (int i = from; i < folded.length(); i++) {
            sum = (sum + folded.charAt(i) + 1) * 0x9E3779B97F4A7C15L;
            sum ^= sum >>> 29;
        }
        return sum;
    }

    /** The cities of a name by its {@linkplain #hash hash}; empty if there is none. */
    List<Named> named(long hash) {
        int slot = slot(hash);
        if (firsts[slot] == 0) {
            return List.of();
        }
        List<Named> found = new ArrayList<>(2);
        for (int name = firsts[slot]; name != 0; name = next[name - 1]) {
            found.add(new Named(cities.get(named[name - 1]), word[name - 1]));
        }
        return found;
    }

    /** The city of that name in a country, or null. */
    @Nullable
    Place city(String country, long hash) {
        for (Named one : named(hash)) {
            Place place = one.city().place();
            if (place.kind() == Place.Kind.CITY && place.country().equals(country)) {
                return place;
            }
        }
        return null;
    }
}
