package org.tocsin.monitor.text;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The words of a title and its text, in order: title first, then text. Every word knows its sentence, its light form
 * (folded), its stem, and where it stands in the original field (UTF-16 offsets, end exclusive).
 */
public final class Tokens {

    private String[] light;
    private String[] stem;
    private int[] start;
    private int[] end;
    private int[] sentence;
    private int size;
    private int textStart = -1;
    private int sentences;
    private final BitSet questions = new BitSet();

    Tokens(int expected) {
        light = new String[expected];
        stem = new String[expected];
        start = new int[expected];
        end = new int[expected];
        sentence = new int[expected];
    }

    /** The number of words. */
    public int size() {
        return size;
    }

    /** The number of sentences; the title counts as at least one if it has words. */
    public int sentences() {
        return sentences;
    }

    /** The first word of the text; words before it belong to the title. */
    public int textStart() {
        return textStart < 0 ? size : textStart;
    }

    public boolean inTitle(int token) {
        return token < textStart();
    }

    public String light(int token) {
        return light[token];
    }

    public String stem(int token) {
        return stem[token];
    }

    /** Where the word begins in its field. */
    public int start(int token) {
        return start[token];
    }

    /** Where the word ends in its field, exclusive. */
    public int end(int token) {
        return end[token];
    }

    /** The sentence of the word, counted from 0 over title and text. */
    public int sentence(int token) {
        return sentence[token];
    }

    /** Whether the sentence ends with a question mark. */
    public boolean asks(int inSentence) {
        return questions.get(inSentence);
    }

    /** The first word of the sentence that the given word stands in. */
    public int sentenceStart(int token) {
        int first = token;
        while (first > 0 && sentence[first - 1] == sentence[token]) {
            first--;
        }
        return first;
    }

    /** One past the last word of the sentence that the given word stands in. */
    public int sentenceEnd(int token) {
        int last = token + 1;
        while (last < size && sentence[last] == sentence[token]) {
            last++;
        }
        return last;
    }

    void beginText() {
        textStart = size;
        endSentence();
    }

    /** Marks the sentence of the last word as a question. */
    void ask() {
        if (size > 0) {
            questions.set(sentence[size - 1]);
        }
    }

    void endSentence() {
        if (size > 0 && sentence[size - 1] == sentences) {
            sentences++;
        }
    }

    void add(String lightForm, String stemmed, int from, int to) {
        if (size == light.length) {
            grow();
        }
        light[size] = lightForm;
        stem[size] = stemmed;
        start[size] = from;
        end[size] = to;
        sentence[size] = sentences;
        size++;
    }

    /** Writes the last word anew, grown by what followed it. */
    void extendLast(String lightForm, String stemmed, int to) {
        light[size - 1] = lightForm;
        stem[size - 1] = stemmed;
        end[size - 1] = to;
    }

    private void grow() {
        int capacity = size * 2 + 16;
        light = Arrays.copyOf(light, capacity);
        stem = Arrays.copyOf(stem, capacity);
        start = Arrays.copyOf(start, capacity);
        end = Arrays.copyOf(end, capacity);
        sentence = Arrays.copyOf(sentence, capacity);
    }
}
