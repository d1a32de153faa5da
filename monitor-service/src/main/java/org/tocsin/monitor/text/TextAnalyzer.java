package org.tocsin.monitor.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Analyses texts of one language. Safe for many threads; each thread reuses its own chain. */
public final class TextAnalyzer {

    /** So that what is linear per sentence stays linear for a text that never ends one. */
    private static final int LONGEST_SENTENCE = 120;

    /** Persian prefixes and endings that some write apart from their word, in folded letters. */
    private static final Set<String> JOINS_NEXT = Set.of("مي", "نمي");

    private static final Set<String> JOINS_PREVIOUS = Set.of("ها", "هاي", "هايي", "هايشان");

    private final String language;
    private final Analyzer analyzer;

    /** @param language BCP 47; a region other than the language's own rules is ignored */
    public TextAnalyzer(String language) {
        int region = language.indexOf('-');
        this.language = region < 0 ? language : language.substring(0, region);
        this.analyzer = new LanguageAnalyzer(this.language);
    }

    /** The language whose rules apply, without region. */
    public String language() {
        return language;
    }

    /** The words of a title and its text. */
    public Tokens analyze(String title, String text) {
        Tokens tokens = new Tokens(16 + (title.length() + text.length()) / 6);
        append(title, tokens);
        tokens.beginText();
        append(text, tokens);
        tokens.endSentence();
        return tokens;
    }

    /** The light forms of the words of a rule's pattern. */
    public List<String> lightForms(String words) {
        Tokens tokens = analyze("", words);
        return IntStream.range(0, tokens.size()).mapToObj(tokens::light).toList();
    }

    /** The stems of the words of a rule's pattern. */
    public List<String> stems(String words) {
        Tokens tokens = analyze("", words);
        return IntStream.range(0, tokens.size()).mapToObj(tokens::stem).toList();
    }

    private void append(String field, Tokens tokens) {
        try (TokenStream stream = analyzer.tokenStream("", field)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            LightAttribute light = stream.addAttribute(LightAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            Appender appender = new Appender(field, tokens);
            stream.reset();
            while (stream.incrementToken()) {
                appender.add(light.light(), term, offset.startOffset(), offset.endOffset());
            }
            stream.end();
            appender.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the words of one field behind one another: finds sentence ends, joins what belongs together. */
    private final class Appender {

        private final String field;
        private final Tokens tokens;
        private final int first;
        private final int question;
        private int sentenceLength;

        Appender(String field, Tokens tokens) {
            this.field = field;
            this.tokens = tokens;
            this.first = tokens.size();
            this.question = SentenceEnds.questionBehindColon(field);
        }

        void add(String light, CharTermAttribute term, int start, int end) {
            if (light.isEmpty()) {
                return;
            }
            int last = tokens.size() - 1;
            if (last >= first) {
                if (joins(tokens.light(last), light) && start - tokens.end(last) == 1) {
                    String joined = tokens.light(last) + light;
                    tokens.extendLast(joined, joined, end);
                    return;
                }
                if (sentenceLength >= LONGEST_SENTENCE
                        || tokens.end(last) <= question && question < start
                        || SentenceEnds.between(field, tokens.end(last), start, tokens.light(last))) {
                    endSentence(start);
                }
            }
            sentenceLength++;
            tokens.add(light, stemOf(light, term), start, end);
        }

        /** What follows the last word belongs to its sentence. */
        void end() {
            if (tokens.size() > first && SentenceEnds.asks(field, tokens.end(tokens.size() - 1), field.length())) {
                tokens.ask();
            }
        }

        private void endSentence(int next) {
            if (SentenceEnds.asks(field, tokens.end(tokens.size() - 1), next)) {
                tokens.ask();
            }
            tokens.endSentence();
            sentenceLength = 0;
        }

        private boolean joins(String previous, String next) {
            return language.equals("fa") && (JOINS_NEXT.contains(previous) || JOINS_PREVIOUS.contains(next));
        }

        private String stemOf(String light, CharTermAttribute term) {
            if (language.equals("tr")) {
                return LetterFold.fold(term);
            }
            return same(light, term) ? light : term.toString();
        }

        private static boolean same(String light, CharTermAttribute term) {
            return light.length() == term.length() && light.contentEquals(term);
        }
    }
}
