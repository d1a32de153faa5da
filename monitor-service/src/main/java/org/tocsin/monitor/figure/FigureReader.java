package org.tocsin.monitor.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the figures of a text. Immutable and thread-safe.
 *
 * <p>A number becomes a figure when it counts people and the same sentence says what happened to them. Parts of a total
 * are left out ("81 Afghans, including 12 women" is one figure), unless something else happened to them. A figure told
 * twice in one text is read once. One person killed or injured is a figure; one person deported or arrested is not.
 */
public final class FigureReader {

    private static final List<String> LANGUAGES = List.of("en", "fa", "de", "fr", "es", "tr", "ar", "ur", "ps");

    private final Map<String, Lexicon> lexica = new TreeMap<>();

    /** A reader with the lexica that come with Tocsin: en, fa, ps, ur, ar, tr, de, fr and es. */
    public FigureReader() {
        LexiconFile common = LexiconFile.read("common");
        for (String language : LANGUAGES) {
            lexica.put(language, new Lexicon(LexiconFile.read(language), common));
        }
    }

    /**
     * Reads the figures of a text in the order in which they stand there.
     *
     * @param text plain text of any length; the offsets of the figures are UTF-16 offsets into it
     * @param language BCP 47; the primary subtag chooses the lexicon ("fa-AF" reads with "fa"), a language without
     *     one is read with the English lexicon
     * @param publishedAt what "yesterday" or "since January" are relative to
     */
    public List<Figure> read(String text, String language, Instant publishedAt) {
        Lexicon lexicon = lexicon(language);
        LocalDate published = publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
        List<Figure> figures = new ArrayList<>();
        Tokenizer tokens = new Tokenizer(text, lexicon.habits());
        while (!tokens.done()) {
            List<Token> sentence = tokens.next();
            if (!sentence.isEmpty()) {
                readSentence(text, lexicon.look(sentence), published, figures);
            }
        }
        return Breakdown.withoutParts(figures);
    }

    private Lexicon lexicon(String language) {
        String primary = Locale.forLanguageTag(language).getLanguage();
        Lexicon english = lexica.get("en");
        return lexica.getOrDefault(primary, english);
    }

    private static void readSentence(String text, Sentence sentence, LocalDate published, List<Figure> figures) {
        CandidateReader reader = new CandidateReader(sentence);
        if (!reader.hasNumber()) {
            return;
        }
        List<Period> periods = new DateReader(sentence, published).read();
        List<Candidate> candidates = reader.read();
        if (candidates.isEmpty()) {
            return;
        }
        new Binder(sentence, candidates, new TriggerReader(sentence).read()).bind();
        Breakdown.dropParts(candidates);
        new Attachments(sentence, candidates).attach(periods);
        for (Candidate candidate : candidates) {
            Action action = candidate.action();
            if (action != null && !candidate.isTooFew()) {
                figures.add(candidate.toFigure(text, sentence, action));
            }
        }
    }
}
