package org.tocsin.notify.wording;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.tocsin.notify.alert.AlertSnapshot.Basis;
import org.tocsin.notify.alert.AlertSnapshot.ScorePart;
import org.tocsin.notify.language.CleanText;
import org.tocsin.notify.language.Formats;
import org.tocsin.notify.language.Phrases;
import org.tocsin.notify.language.Terms;

/** Puts the parts of a score into words. */
final class ScoreWording {

    private static final int REASON = 400;

    private final Formats formats;
    private final Phrases phrases;
    private final Terms terms;
    private final FigureWording figures;

    ScoreWording(Formats formats, Phrases phrases, Terms terms, FigureWording figures) {
        this.formats = formats;
        this.phrases = phrases;
        this.terms = terms;
        this.figures = figures;
    }

    /** What the part is called. */
    String name(ScorePart part) {
        String key = "score." + part.component();
        return phrases.has(key) ? phrases.say(key) : Terms.readable(CleanText.line(part.component(), 80));
    }

    /** Why it counts; empty when the event tells it in English only and the reader reads another language. */
    String reason(ScorePart part) {
        String reason = fromBasis(part);
        if (!reason.isEmpty()) {
            return reason;
        }
        boolean english = formats.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return english ? CleanText.line(part.reason(), REASON) : "";
    }

    private String fromBasis(ScorePart part) {
        Basis basis = part.basis();
        return switch (part.component()) {
            case "category" -> basis.category() == null ? "" : terms.category(CleanText.line(basis.category(), 80));
            case "magnitude" -> basis.people() == null ? "" : figures.people(basis.people());
            case "casualties" -> casualties(basis);
            case "rate" -> basis.perDay() == null ? "" : figures.eachDay(basis.perDay());
            case "trend" ->
                basis.growth() == null
                        ? ""
                        : phrases.say("reason.growth", Map.of("growth", formats.decimal(basis.growth())));
            case "vulnerable" -> groups(basis.groups());
            case "lasting" ->
                basis.livesLost() == null ? "" : phrases.say(basis.livesLost() ? "reason.livesLost" : "reason.lasting");
            case "planned" -> phrases.say("reason.planned");
            default -> "";
        };
    }

    private String casualties(Basis basis) {
        Stream<String> killed = basis.killed() == null || basis.killed() == 0
                ? Stream.empty()
                : Stream.of(figures.people("KILLED", basis.killed()));
        Stream<String> injured = basis.injured() == null || basis.injured() == 0
                ? Stream.empty()
                : Stream.of(figures.people("INJURED", basis.injured()));
        return formats.list(Stream.concat(killed, injured).toList());
    }

    private String groups(List<String> groups) {
        return formats.list(groups.stream()
                .map(group -> phrases.has("group." + group)
                        ? phrases.say("group." + group)
                        : Terms.readable(CleanText.line(group, 80)))
                .collect(Collectors.toList()));
    }
}
