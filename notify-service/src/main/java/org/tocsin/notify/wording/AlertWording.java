package org.tocsin.notify.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.ChangeCause;
import org.tocsin.notify.language.CleanText;
import org.tocsin.notify.language.Formats;
import org.tocsin.notify.language.Languages;
import org.tocsin.notify.language.Phrases;
import org.tocsin.notify.language.Terms;

/** Puts an alert into the words of one language. Foreign names within are kept apart from its direction. */
public final class AlertWording {

    private static final int TITLE = 200;
    private static final int NAME = 80;
    private static final int NOTE = 400;
    private static final int NAMES = 3;

    private final Formats formats;
    private final Phrases phrases;
    private final Terms terms;
    private final FigureWording figures;
    private final ScoreWording score;

    public AlertWording(Formats formats) {
        this.formats = formats;
        this.phrases = Phrases.of(formats.locale());
        this.terms = Terms.of(formats.locale());
        this.figures = new FigureWording(formats, phrases, terms);
        this.score = new ScoreWording(formats, phrases, terms, figures);
    }

    /** For instance "Iran: at least 29,000 people deported (Zabol)". A title that a person wrote stays as it is. */
    public String title(AlertSnapshot alert) {
        if (alert.titleEdited()) {
            return foreign(CleanText.line(alert.title(), TITLE));
        }
        AlertSnapshot.Headline headline = alert.headline();
        String what = phrases(alert).findFirst().orElseGet(() -> kind(alert));
        String placed = headline.place() == null
                ? what
                : phrases.say("placed", Map.of("what", what, "place", name(headline.place())));
        return headline.country() == null
                ? placed
                : phrases.say("headline", Map.of("country", country(headline.country()), "what", placed));
    }

    /** What else is counted, who reports it, how many independent sources and since when. */
    public String summary(AlertSnapshot alert) {
        List<String> sentences = new ArrayList<>();
        List<String> measures = phrases(alert).toList();
        if (measures.size() > 1 || alert.titleEdited() && !measures.isEmpty()) {
            sentences.add(
                    formats.list(measures) + (formats.locale().getLanguage().equals("ur") ? "۔" : "."));
        }
        List<String> names = alert.reports().stream()
                .filter(report -> !report.copy())
                .map(AlertSnapshot.Report::source)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            sentences.add(phrases.say("reportedBy", Map.of("names", names(names))));
        }
        Integer sources = alert.independentSources();
        if (sources != null && alert.reportCount() != null && alert.openedAt() != null) {
            sentences.add(phrases.say(
                    "basis",
                    Map.of(
                            "reports", counted("reports", alert.reportCount()),
                            "sources", counted("sources", sources),
                            "time", formats.time(alert.openedAt()))));
        }
        return String.join(" ", sentences);
    }

    /** How many the figure counts; empty when it has no number. */
    public String size(AlertSnapshot.Figure figure) {
        return figures.size(figure);
    }

    public String scoreName(AlertSnapshot.ScorePart part) {
        return score.name(part);
    }

    /** Empty when it is known in English only and the reader reads another language. */
    public String scoreReason(AlertSnapshot.ScorePart part) {
        return score.reason(part);
    }

    /** Why there is a version. What a person wrote about it is quoted. */
    public String cause(ChangeCause cause) {
        String key = "cause." + cause.code();
        String source = cause.source();
        String text = phrases.has(key)
                ? phrases.say(key, Map.of("source", source == null ? "" : name(source)))
                : Terms.readable(CleanText.line(cause.code(), NAME));
        String whole = cause.reopened() ? phrases.say("reopened", Map.of("what", text)) : text;
        String note = CleanText.line(cause.note(), NOTE);
        return note.isEmpty() ? whole : phrases.say("noted", Map.of("what", whole, "note", foreign(note)));
    }

    private String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(formats.locale()) + sentence.substring(1);
    }

    private Stream<String> phrases(AlertSnapshot alert) {
        return alert.headline().figures().stream()
                .filter(index -> index >= 0 && index < alert.figures().size())
                .map(index -> figures.phrase(alert.figures().get(index)))
                .filter(phrase -> !phrase.isEmpty())
                .distinct();
    }

    private String kind(AlertSnapshot alert) {
        String category = terms.category(CleanText.line(alert.category(), NAME));
        return alert.headline().planned() ? phrases.say("kindAnnounced", Map.of("what", category)) : category;
    }

    private String names(List<String> names) {
        String shown = formats.list(names.stream().limit(NAMES).map(this::name).toList());
        int more = names.size() - NAMES;
        return more <= 0 ? shown : phrases.say("andMore", Map.of("names", shown, "count", formats.number(more)));
    }

    private String counted(String key, int number) {
        return phrases.say(key, Map.of("n", number, "amount", formats.number(number)));
    }

    private String country(String code) {
        return code.matches("[A-Z]{2}") ? formats.country(code) : name(code);
    }

    private String name(@Nullable String name) {
        return foreign(CleanText.line(name, NAME));
    }

    /** What may be written in the other direction must not drag its surroundings along. */
    private String foreign(String clean) {
        boolean rightToLeft = Languages.direction(formats.locale()).equals("rtl");
        boolean rightToLeftText = clean.codePoints().anyMatch(AlertWording::rightToLeft);
        return rightToLeft != rightToLeftText ? CleanText.isolated(clean) : clean;
    }

    private static boolean rightToLeft(int character) {
        byte direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
