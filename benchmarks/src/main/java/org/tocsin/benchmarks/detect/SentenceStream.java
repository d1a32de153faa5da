package org.tocsin.benchmarks.detect;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.tocsin.monitor.text.Tokens;

/** The light forms of an analysed document as Lucene wants them, sentences so far apart that no query joins two. */
final class SentenceStream extends TokenStream {

    private static final int BETWEEN_SENTENCES = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Tokens tokens;
    private int next;

    SentenceStream(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean incrementToken() {
        if (next == tokens.size()) {
            return false;
        }
        clearAttributes();
        term.append(tokens.light(next));
        boolean begins = next > 0 && tokens.sentence(next) != tokens.sentence(next - 1);
        increment.setPositionIncrement(begins ? BETWEEN_SENTENCES : 1);
        next++;
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
