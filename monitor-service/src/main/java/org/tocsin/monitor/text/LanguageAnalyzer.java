package org.tocsin.monitor.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/** The chain of one language: words, clitics off, letters folded (the light form), then Lucene's stemmer. */
final class LanguageAnalyzer extends Analyzer {

    private static final int LONGEST_WORD = 255;

    private final String language;

    LanguageAnalyzer(String language) {
        this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new WordTokenizer();
        return new TokenStreamComponents(words, stem(light(words)));
    }

    private TokenFilter light(TokenStream words) {
        return switch (language) {
            case "en" -> new LightFilter(new EnglishPossessiveFilter(words), true);
            case "fr" -> new LightFilter(new ElisionFilter(words, articles()), true);
            // Vowel harmony needs the real Turkish letters, so only the recorded light form is folded.
            case "tr" -> new LightFilter(new TurkishLowerCaseFilter(new ApostropheFilter(words)), false);
            default -> new LightFilter(words, true);
        };
    }

    private TokenStream stem(TokenFilter light) {
        return switch (language) {
            case "en" -> new PorterStemFilter(light);
            case "fr" -> new FrenchLightStemFilter(light);
            case "de" -> new GermanLightStemFilter(light);
            case "es" -> new SpanishLightStemFilter(light);
            case "tr" -> new TurkishStemFilter(light);
            case "ar" -> new ArabicStemFilter(light);
            case "fa" -> new PersianStemFilter(light);
            case "ur" -> new SuffixStemFilter(light, SuffixStemFilter.URDU);
            case "ps" -> new SuffixStemFilter(light, SuffixStemFilter.PASHTO);
            default -> light;
        };
    }

    private static CharArraySet articles() {
        return FrenchAnalyzer.DEFAULT_ARTICLES;
    }

    /** Runs of letters, digits, marks, apostrophes and joiners of any script. */
    private static final class WordTokenizer extends CharTokenizer {

        /** The answers for the characters of our languages, asked for each character of each text. */
        private static final boolean[] LETTERS = new boolean[0x2100];

        static {
            for (int c = 0; c < LETTERS.length; c++) {
                LETTERS[c] = inWord(c);
            }
        }

        WordTokenizer() {
            super(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, LONGEST_WORD);
        }

        @Override
        protected boolean isTokenChar(int c) {
            return c < LETTERS.length ? LETTERS[c] : inWord(c);
        }

        private static boolean inWord(int c) {
            return switch (Character.getType(c)) {
                case Character.UPPERCASE_LETTER,
                        Character.LOWERCASE_LETTER,
                        Character.TITLECASE_LETTER,
                        Character.MODIFIER_LETTER,
                        Character.OTHER_LETTER,
                        Character.DECIMAL_DIGIT_NUMBER,
                        Character.NON_SPACING_MARK,
                        Character.COMBINING_SPACING_MARK,
                        Character.FORMAT -> true;
                default -> c == '\'' || c == '’' || c == '\u200B';
            };
        }
    }
}
