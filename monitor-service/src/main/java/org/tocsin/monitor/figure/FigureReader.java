package org.tocsin.monitor.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
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
        return readAll(text, language, publishedAt).figures();
    }

    /**
     * What a text says of people in numbers.
     *
     * @param figures the figures
     * @param open numbers of people of whom no verb that the lexicon knows says what happened; their action is AFFECTED
     */
    public record Counts(List<Figure> figures, List<Figure> open) {

        public Counts {
            figures = List.copyOf(figures);
            open = List.copyOf(open);
        }
    }

    /** Reads as {@link #read} does, and tells also what it had to leave open. */
    public Counts readAll(String text, String language, Instant publishedAt) {
        Lexicon lexicon = lexicon(language);
        LocalDate published = publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
        List<Figure> figures = new ArrayList<>();
        List<Figure> open = new ArrayList<>();
        Tokenizer tokens = new Tokenizer(text, lexicon.habits());
        while (!tokens.done()) {
            List<Token> sentence = tokens.next();
            if (!sentence.isEmpty()) {
                readSentence(text, lexicon.look(sentence), published, figures, open);
            }
        }
        return new Counts(Breakdown.withoutParts(figures), open);
    }

    /** Leaves out what is part of another figure, or told twice; in the order of the text. */
    public static List<Figure> withoutParts(List<Figure> figures) {
        return Breakdown.withoutParts(
                figures.stream().sorted(Comparator.comparingInt(Figure::start)).toList());
    }

    private Lexicon lexicon(String language) {
        String primary = Locale.forLanguageTag(language).getLanguage();
        Lexicon english = lexica.get("en");
        return lexica.getOrDefault(primary, english);
    }

    private static void readSentence(
            String text, Sentence sentence, LocalDate published, List<Figure> figures, List<Figure> open) {
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
        Action before =
                figures.isEmpty() ? null : figures.get(figures.size() - 1).action();
        Breakdown.dropParts(candidates, before);
        new Continuation(sentence, candidates).continueWith(before);
        new Attachments(sentence, candidates).attach(periods);
        for (Candidate candidate : candidates) {
            Action action = candidate.action();
            if (action != null && !candidate.isTooFew()) {
                figures.add(candidate.toFigure(text, sentence, action));
            } else if (candidate.isOpen()) {
                open.add(candidate.toFigure(text, sentence, Action.AFFECTED));
            }
        }
    }
}
