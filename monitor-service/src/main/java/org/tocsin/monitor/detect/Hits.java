package org.tocsin.monitor.detect;

import java.util.Arrays;

import org.tocsin.monitor.detect.TermAutomaton.Phrase;
import org.tocsin.monitor.text.Tokens;

/**
 * The concepts found in one document: added in the order of their first words, then looked up by concept. Kept in
 * arrays, because a document of many rules has thousands of them.
 */
final class Hits {

    private static final int FIRST_CAPACITY = 64;
    private static final int NEIGHBOURS = 16;
    private static final int[] NONE = {};

    /** Sentences of a headline that count, so that a text in its place costs no more than its length. */
    private static final int LONGEST_HEADLINE = 3;

    private final Tokens tokens;
    private Phrase[] phrases = new Phrase[FIRST_CAPACITY];
    private int[] concept = new int[FIRST_CAPACITY];
    private int[] first = new int[FIRST_CAPACITY];
    private int[] last = new int[FIRST_CAPACITY];
    private int size;
    private int longest = 1;

    /** The hits of one concept after the other, each in order of the text. */
    private int[] grouped = {};
    /** Hash table of concepts: where the group of the concept begins and ends. */
    private int[] begin = {};

    private int[] end = {};
    private int mask;

    /** One bit for each concept that occurs: most questions are about those that do not. */
    private final long[] present;

    /** @param concepts no concept of this number or above will be added */
    Hits(Tokens tokens, int concepts) {
        this.tokens = tokens;
        this.present = new long[(concepts >>> 6) + 1];
    }

    /**
     * Adds a hit that begins no earlier than the ones before. Several patterns of one concept on the same words are one.
     *
     * @param number the phrase's concept
     * @param from the first hit that begins at the same word
     */
    void add(Phrase phrase, int number, int firstToken, int lastToken, int from) {
        for (int i = from; i < size; i++) {
            if (concept[i] == number && last[i] == lastToken) {
                return;
            }
        }
        if (size == first.length) {
            phrases = Arrays.copyOf(phrases, size * 2);
            concept = Arrays.copyOf(concept, size * 2);
            first = Arrays.copyOf(first, size * 2);
            last = Arrays.copyOf(last, size * 2);
        }
        phrases[size] = phrase;
        concept[size] = number;
        present[number >>> 6] |= 1L << number;
        first[size] = firstToken;
        last[size] = lastToken;
        longest = Math.max(longest, lastToken - firstToken + 1);
        size++;
    }

    /** Makes the hits ready to be looked up; none can be added afterwards. */
    void index() {
        int capacity = Integer.highestOneBit(Math.max(1, size)) * 4;
        mask = capacity - 1;
        begin = new int[capacity];
        end = new int[capacity];
        int[] keys = new int[capacity];
        int[] slots = new int[size];
        for (int i = 0; i < size; i++) {
            int key = concept[i] + 1;
            int slot = hash(concept[i]);
            while (keys[slot] != 0 && keys[slot] != key) {
                slot = slot + 1 & mask;
            }
            keys[slot] = key;
            end[slot]++;
            slots[i] = slot;
        }
        int offset = 0;
        for (int i = 0; i < size; i++) {
            int slot = slots[i];
            if (keys[slot] > 0) {
                begin[slot] = offset;
                offset += end[slot];
                end[slot] = begin[slot];
                // Marks the group as placed; its concept can be read off its hits.
                keys[slot] = -1;
            }
        }
        grouped = new int[size];
        for (int i = 0; i < size; i++) {
            grouped[end[slots[i]]++] = i;
        }
    }

    private int hash(int number) {
        int spread = number * 0x9E3779B9;
        return (spread ^ spread >>> 16) & mask;
    }

    int size() {
        return size;
    }

    int concept(int hit) {
        return concept[hit];
    }

    int first(int hit) {
        return first[hit];
    }

    int last(int hit) {
        return last[hit];
    }

    Hit hit(int hit) {
        return new Hit(concept[hit], phrases[hit].pattern(), first[hit], last[hit]);
    }

    /** Whether no earlier hit is of the same concept. */
    boolean firstOfConcept(int hit) {
        return grouped[begin[slotOf(concept(hit))]] == hit;
    }

    /** Where the concept's hits begin in the order of {@link #at}. */
    int begin(int wanted) {
        int slot = slotOf(wanted);
        return begin[slot];
    }

    /** One past the concept's last hit in the order of {@link #at}; equal to the beginning if it does not occur. */
    int end(int wanted) {
        int slot = slotOf(wanted);
        return end[slot];
    }

    /** The hit at a position of the order by concept. */
    int at(int position) {
        return grouped[position];
    }

    boolean occurs(int wanted) {
        int block = wanted >>> 6;
        return block < present.length && (present[block] & 1L << wanted) != 0;
    }

    private int slotOf(int wanted) {
        int slot = hash(wanted);
        while (begin[slot] < end[slot] && concept[grouped[begin[slot]]] != wanted) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The position of the concept's first hit that begins at the given word or later. */
    int from(int wanted, int token) {
        int slot = slotOf(wanted);
        int low = begin[slot];
        int high = end[slot];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first[grouped[middle]] < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the concept occurs in the sentence of the given word. */
    boolean inSentenceOf(int token, int wanted) {
        if (!occurs(wanted)) {
            return false;
        }
        int position = from(wanted, tokens.sentenceStart(token));
        return position < end(wanted) && tokens.sentence(first[at(position)]) == tokens.sentence(token);
    }

    /**
     * The concept's hit that stands nearest to a trigger without overlapping it, or -1; of equally near ones the
     * earlier.
     *
     * @param most at most so many words between
     * @param within which sentences count
     */
    int nearest(int wanted, int trigger, int most, Within within) {
        if (!occurs(wanted)) {
            return -1;
        }
        if (within instanceof Within.Nearby) {
            return nearestNearby(wanted, trigger, most);
        }
        boolean sameSentence = !(within instanceof Within.Document);
        int start = begin(wanted);
        int stop = end(wanted);
        int sentence = tokens.sentence(first[trigger]);
        int middle = from(wanted, first[trigger]);
        int best = -1;
        int shortest = most;
        for (int position = middle - 1; position >= start; position--) {
            int candidate = grouped[position];
            if (first[trigger] - first[candidate] - longest > shortest
                    || sameSentence && tokens.sentence(first[candidate]) != sentence) {
                break;
            }
            int distance = distance(candidate, trigger);
            if (distance >= 0 && distance <= shortest) {
                best = candidate;
                shortest = distance;
            }
        }
        for (int position = middle; position < stop; position++) {
            int candidate = grouped[position];
            if (first[candidate] - last[trigger] - 1 > shortest
                    || sameSentence && tokens.sentence(first[candidate]) != sentence) {
                break;
            }
            int distance = distance(candidate, trigger);
            if (distance >= 0 && (best < 0 ? distance <= shortest : distance < shortest)) {
                best = candidate;
                shortest = distance;
            }
        }
        return best;
    }

    /** The concept's hits in the headline, in the sentence of the given word, and in the ones before and behind it. */
    int[] nearby(int wanted, int token) {
        if (!occurs(wanted)) {
            return NONE;
        }
        IntList near = new IntList(NEIGHBOURS);
        int stop = end(wanted);
        int sentence = tokens.sentence(token);
        int start = tokens.sentenceStart(token);
        int around = from(wanted, start == 0 ? 0 : tokens.sentenceStart(start - 1));
        for (int position = begin(wanted); position < around && inHeadline(first[at(position)]); position++) {
            near.add(at(position));
        }
        for (int position = around;
                position < stop && tokens.sentence(first[at(position)]) <= sentence + 1;
                position++) {
            near.add(at(position));
        }
        return near.toArray();
    }

    private boolean inHeadline(int token) {
        return tokens.inTitle(token) && tokens.sentence(token) < LONGEST_HEADLINE;
    }

    private int nearestNearby(int wanted, int trigger, int most) {
        int best = -1;
        int shortest = most;
        for (int candidate : nearby(wanted, first[trigger])) {
            int distance = distance(candidate, trigger);
            if (distance >= 0 && (best < 0 ? distance <= shortest : distance < shortest)) {
                best = candidate;
                shortest = distance;
            }
        }
        return best;
    }

    /** As {@link Hit#distance}, between two hits of this document. */
    int distance(int one, int other) {
        return Hit.distance(first[one], last[one], first[other], last[other]);
    }
}
