package org.tocsin.monitor.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.text.LetterFold;

import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Identifies en, fa, fa-AF, ps, ur, ar, tr, de, fr and es. The script narrows the choice, letters and small words that
 * only one language has decide clear cases, and OpenNLP's model decides the rest. Safe for many threads.
 */
public final class LanguageIdentifier {

    /** What is answered for texts in other scripts and for texts without letters. */
    public static final String UNKNOWN = "und";

    /** More text does not make the answer better. */
    private static final int PROBE = 600;

    private static final Set<String> KNOWN = Set.of("en", "fa", "fa-AF", "ps", "ur", "ar", "tr", "de", "fr", "es");
    /** How much each small word of a language adds to what the model says. */
    private static final double VOTE = 2;

    private static final Set<String> ARABIC = Set.of("fa", "ps", "ur", "ar");
    private static final Set<String> LATIN = Set.of("en", "tr", "de", "fr", "es");

    /** The model's ISO 639-3 codes; Western Punjabi is what it calls much Urdu. */
    private static final Map<String, String> MODEL_CODES = Map.ofEntries(
            Map.entry("eng", "en"),
            Map.entry("deu", "de"),
            Map.entry("fra", "fr"),
            Map.entry("spa", "es"),
            Map.entry("tur", "tr"),
            Map.entry("pes", "fa"),
            Map.entry("fas", "fa"),
            Map.entry("prs", "fa"),
            Map.entry("pus", "ps"),
            Map.entry("urd", "ur"),
            Map.entry("pnb", "ur"),
            Map.entry("ara", "ar"),
            Map.entry("arb", "ar"));

    private final ThreadLocal<LanguageDetectorME> detectors;
    private final WordEvidence words = new WordEvidence();

    /** Loads the model from the classpath, which takes about a second. */
    public LanguageIdentifier() {
        LanguageDetectorModel model = model();
        detectors = ThreadLocal.withInitial(() -> new LanguageDetectorME(model));
    }

    private static LanguageDetectorModel model() {
        try (InputStream file = LanguageIdentifier.class.getResourceAsStream("/langdetect-183.bin")) {
            if (file == null) {
                throw new IllegalStateException("the model of opennlp-models-langdetect is not on the classpath");
            }
            return new LanguageDetectorModel(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The language of a report.
     *
     * @param declared what the source says, BCP 47, or null; believed unless the script contradicts it
     * @param sourceCountry ISO 3166-1 alpha-2 of the source, or null; tells Dari from Persian of Iran
     * @return one of our ten tags, or {@link #UNKNOWN}
     */
    public String identify(String title, String text, @Nullable String declared, @Nullable String sourceCountry) {
        String probe = probe(title, text);
        Script script = Script.of(probe);
        if (declared != null) {
            String accepted = accept(declared, script);
            if (accepted != null) {
                return accepted.equals("fa") ? persian(probe, declared, sourceCountry) : accepted;
            }
        }
        String found =
                switch (script) {
                    case NONE -> UNKNOWN;
                    case LATIN -> latin(probe);
                    case ARABIC -> arabic(probe);
                };
        return found.equals("fa") ? persian(probe, null, sourceCountry) : found;
    }

    private static String probe(String title, String text) {
        String both = title + "\n" + text;
        return both.length() <= PROBE ? both : both.substring(0, PROBE);
    }

    private static @Nullable String accept(String declared, Script script) {
        String tag = declared.replace('_', '-');
        String base = tag.contains("-") ? tag.substring(0, tag.indexOf('-')) : tag;
        String known =
                switch (base.toLowerCase(Locale.ROOT)) {
                    case "prs", "per", "fas", "pes" -> "fa";
                    case "pus", "pbt", "pbu" -> "ps";
                    case "urd" -> "ur";
                    default -> base.toLowerCase(Locale.ROOT);
                };
        if (!KNOWN.contains(known) || script == Script.NONE) {
            return null;
        }
        return LATIN.contains(known) == (script == Script.LATIN) ? known : null;
    }

    private String latin(String probe) {
        String clear = words.latin(probe);
        return clear != null ? clear : byModel(probe, LATIN, words.latinVotes(probe));
    }

    private String arabic(String probe) {
        String clear = words.arabic(probe);
        return clear != null ? clear : byModel(probe, ARABIC, words.arabicVotes(probe));
    }

    private String byModel(String probe, Set<String> allowed, Map<String, Integer> votes) {
        double best = -1;
        String found = UNKNOWN;
        for (Language candidate : detectors.get().predictLanguages(probe)) {
            String ours = MODEL_CODES.get(candidate.getLang());
            if (ours != null && allowed.contains(ours)) {
                double score = candidate.getConfidence() * (1 + VOTE * votes.getOrDefault(ours, 0));
                if (score > best) {
                    best = score;
                    found = ours;
                }
            }
        }
        return found;
    }

    /** Dari and the Persian of Iran share grammar and nearly all words: the source decides, then the vocabulary. */
    private String persian(String probe, @Nullable String declared, @Nullable String sourceCountry) {
        if (declared != null && (declared.startsWith("prs") || declared.endsWith("AF"))) {
            return "fa-AF";
        }
        if (declared != null && declared.endsWith("IR")) {
            return "fa";
        }
        if ("AF".equals(sourceCountry)) {
            return "fa-AF";
        }
        if ("IR".equals(sourceCountry)) {
            return "fa";
        }
        return words.dari(LetterFold.fold(probe)) ? "fa-AF" : "fa";
    }
}
