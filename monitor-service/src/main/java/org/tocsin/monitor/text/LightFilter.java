package org.tocsin.monitor.text;

import java.io.IOException;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Records the light form of each token and, unless the stemmer needs the real letters, folds the term as well. */
final class LightFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final LightAttribute light = addAttribute(LightAttribute.class);
    private char[] folded = new char[64];
    private final boolean foldTerm;

    LightFilter(TokenStream input, boolean foldTerm) {
        super(input);
        this.foldTerm = foldTerm;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        char[] letters = term.buffer();
        int length = term.length();
        if (folded.length < length * LetterFold.MOST_LETTERS) {
            folded = new char[length * LetterFold.MOST_LETTERS];
        }
        int size = LetterFold.fold(letters, length, folded);
        light.setLight(new String(folded, 0, size));
        if (foldTerm) {
            term.copyBuffer(folded, 0, size);
        }
        return true;
    }
}
