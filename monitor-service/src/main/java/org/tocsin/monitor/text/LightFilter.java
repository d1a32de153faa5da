package org.tocsin.monitor.text;

import java.io.IOException;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Records the light form of each token and, unless the stemmer needs the real letters, folds the term as well. */
final class LightFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final LightAttribute light = addAttribute(LightAttribute.class);
    private final StringBuilder folded = new StringBuilder();
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
        folded.setLength(0);
        char[] letters = term.buffer();
        int length = term.length();
        for (int i = 0; i < length; i++) {
            LetterFold.append(letters[i], folded);
        }
        light.setLight(folded.toString());
        if (foldTerm) {
            term.setEmpty().append(folded);
        }
        return true;
    }
}
