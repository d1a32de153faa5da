package org.tocsin.monitor.text;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the longest known ending off a word, for Urdu and Pashto, which Lucene has no stemmer for. At least three
 * letters stay, so that short function words keep their shape.
 */
final class SuffixStemFilter extends TokenFilter {

    /** Plural, oblique and gender endings of Urdu nouns and participles, in folded letters. */
    static final List<String> URDU = List.of("يون", "يان", "يات", "ون", "ين", "ات", "يي", "ي", "ه", "ا", "و");

    /** Plural, oblique and gender endings of Pashto nouns, in folded letters. */
    static final List<String> PASHTO =
            List.of("گانو", "گان", "انو", "ونو", "ونه", "وال", "ان", "اني", "ين", "و", "ه", "ي");

    private static final int SHORTEST = 3;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> endings;

    SuffixStemFilter(TokenStream input, List<String> endings) {
        super(input);
        this.endings = endings;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        for (String ending : endings) {
            if (endsWith(ending)) {
                term.setLength(term.length() - ending.length());
                break;
            }
        }
        return true;
    }

    private boolean endsWith(String ending) {
        int stem = term.length() - ending.length();
        if (stem < SHORTEST) {
            return false;
        }
        for (int i = 0; i < ending.length(); i++) {
            if (term.charAt(stem + i) != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
