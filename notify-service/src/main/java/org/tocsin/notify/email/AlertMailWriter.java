package org.tocsin.notify.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.Band;
import org.tocsin.notify.alert.ChangeCause;
import org.tocsin.notify.alert.ChangeKind;
import org.tocsin.notify.delivery.DailyCap;
import org.tocsin.notify.filter.Reason;
import org.tocsin.notify.language.CleanText;
import org.tocsin.notify.language.Languages;

/** Puts an alert into the words of a reader. */
final class AlertMailWriter {

    private static final int TITLE = 200;
    private static final int QUOTE = 400;
    private static final String NOT = "not ";
    private static final int REPORTS = 10;
    private static final int FIGURES = 10;

    private final MailWords words;
    private final MailMessages messages;

    AlertMailWriter(MailWords words) {
        this.words = words;
        this.messages = words.messages();
    }

    /**
     * Everything that the mail is made of.
     *
     * @param changeReason why there is this version, in English
     * @param cause the same in parts, null when the event has none
     * @param previousBand before an escalation
     * @param threadSubject subject of the thread's first mail, null for that mail itself
     * @param folded how many versions were not sent separately
     * @param waiting what the daily cap holds back, null when nothing
     */
    record Facts(
            AlertSnapshot alert,
            ChangeKind kind,
            @Nullable String changeReason,
            @Nullable ChangeCause cause,
            @Nullable Band previousBand,
            List<Reason> reasons,
            @Nullable String threadSubject,
            int folded,
            DailyCap.@Nullable Waiting waiting,
            String preferencesUrl,
            String unsubscribeUrl) {}

    AlertMail write(Facts facts) {
        AlertSnapshot alert = facts.alert();
        return new AlertMail(
                words.locale().toLanguageTag(),
                words.direction(),
                subject(facts),
                facts.kind().name().toLowerCase(Locale.ROOT),
                kind(facts.kind()),
                lead(facts),
                words.band(alert.band()),
                alert.band().name().toLowerCase(Locale.ROOT),
                words.category(alert.category()),
                places(alert),
                words.wording().title(alert),
                words.wording().summary(alert),
                messages.severity(words.number(alert.severity())),
                messages.confidence(words.percent(alert.confidence())),
                change(facts),
                figures(alert),
                reports(alert),
                score(alert),
                why(facts),
                notes(facts),
                facts.preferencesUrl(),
                facts.unsubscribeUrl());
    }

    private List<String> notes(Facts facts) {
        List<String> notes = new ArrayList<>();
        if (facts.folded() > 0) {
            notes.add(messages.folded(words.number(facts.folded())));
        }
        DailyCap.Waiting waiting = facts.waiting();
        if (waiting != null) {
            notes.add(messages.capWaiting(
                    words.number(waiting.count()), words.number(waiting.cap()), words.time(waiting.until())));
        }
        return notes;
    }

    /** Updates stay in the thread by an unchanged subject; escalations and retractions must not be overlooked in it. */
    String subject(Facts facts) {
        String title = words.wording().title(facts.alert());
        String band = words.band(facts.alert().band());
        return switch (facts.kind()) {
            case ESCALATED -> messages.kindEscalated() + " – " + band + ": " + title;
            case RETRACTED -> messages.kindRetracted() + ": " + title;
            case OPENED -> band + ": " + title;
            case UPDATED, CLOSED ->
                facts.threadSubject() == null ? band + ": " + title : "Re: " + facts.threadSubject();
        };
    }

    /** An event without the parts has a sentence that may be in English: it is no help to other readers. */
    private String change(Facts facts) {
        if (facts.cause() != null) {
            return words.wording().cause(facts.cause());
        }
        boolean english = words.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return english ? CleanText.line(facts.changeReason(), QUOTE) : "";
    }

    private String kind(ChangeKind kind) {
        return switch (kind) {
            case OPENED -> messages.kindOpened();
            case UPDATED -> messages.kindUpdated();
            case ESCALATED -> messages.kindEscalated();
            case CLOSED -> messages.kindClosed();
            case RETRACTED -> messages.kindRetracted();
        };
    }

    private String lead(Facts facts) {
        Band from = facts.previousBand();
        return switch (facts.kind()) {
            case OPENED -> "";
            case UPDATED -> messages.leadUpdated();
            case ESCALATED ->
                from == null
                        ? messages.leadEscalated()
                        : messages.leadEscalatedFrom(
                                words.band(from), words.band(facts.alert().band()));
            case CLOSED -> messages.leadClosed();
            case RETRACTED -> messages.leadRetracted();
        };
    }

    private String places(AlertSnapshot alert) {
        return words.list(Stream.concat(
                        alert.places().stream().map(place -> CleanText.line(place.name(), 80)),
                        alert.countries().stream().map(words::country))
                .distinct());
    }

    private List<AlertMail.FigureLine> figures(AlertSnapshot alert) {
        return alert.figures().stream()
                .filter(figure -> !figure.superseded())
                .map(figure -> figure(figure, alert.reports()))
                .filter(line -> !line.size().isEmpty())
                .limit(FIGURES)
                .toList();
    }

    private AlertMail.FigureLine figure(AlertSnapshot.Figure figure, List<AlertSnapshot.Report> reports) {
        String action = figure.action() == null ? "" : words.action(figure.action());
        String days = figure.from() == null || figure.to() == null
                ? ""
                : figure.from().equals(figure.to())
                        ? words.date(figure.from())
                        : words.date(figure.from()) + " – " + words.date(figure.to());
        String planned = figure.planned() ? messages.planned() : "";
        String group = readable(figure, reports) ? CleanText.line(figure.group(), 60) : "";
        String detail = words.list(Stream.of(group, planned, days).filter(part -> !part.isEmpty()));
        return new AlertMail.FigureLine(action, words.wording().size(figure), detail);
    }

    /** Who was counted is told in the words of the text, which help those who read its language. */
    private boolean readable(AlertSnapshot.Figure figure, List<AlertSnapshot.Report> reports) {
        String document = figure.documentId();
        return document != null
                && reports.stream()
                        .anyMatch(report -> document.equals(report.documentId())
                                && report.language() != null
                                && words.reads(report.language()));
    }

    private List<AlertMail.ReportLine> reports(AlertSnapshot alert) {
        return alert.reports().stream()
                .filter(report -> !report.copy())
                .limit(REPORTS)
                .map(this::report)
                .toList();
    }

    private AlertMail.ReportLine report(AlertSnapshot.Report report) {
        String time = report.publishedAt() == null ? null : words.time(report.publishedAt());
        String source = words.list(
                Stream.of(report.source(), time).filter(Objects::nonNull).map(part -> CleanText.line(part, 100)));
        String language = report.language();
        return new AlertMail.ReportLine(
                CleanText.line(report.title(), TITLE),
                CleanText.link(report.url()).orElse(null),
                source,
                language == null ? "" : words.tag(language),
                language == null ? "auto" : Languages.direction(Locale.forLanguageTag(language)),
                language == null || words.reads(language) ? "" : words.language(language),
                report.quotes().stream()
                        .limit(3)
                        .map(quote -> CleanText.line(quote, QUOTE))
                        .toList());
    }

    private List<AlertMail.ScoreLine> score(AlertSnapshot alert) {
        return alert.score().stream()
                .map(part -> new AlertMail.ScoreLine(
                        words.signed(Math.round(part.points())),
                        words.wording().scoreName(part),
                        words.wording().scoreReason(part)))
                .toList();
    }

    private List<String> why(Facts facts) {
        List<String> why = new ArrayList<>();
        for (Reason reason : facts.reasons()) {
            if (reason.holds()) {
                why.add(messages.why(words.field(reason.field()), values(reason, reason.found()), wanted(reason)));
            }
        }
        if (why.isEmpty()) {
            why.add(facts.kind().ending() && !facts.reasons().isEmpty() ? messages.whyEnding() : messages.whyAll());
        }
        return why;
    }

    private String wanted(Reason reason) {
        String values = values(reason, reason.wanted());
        boolean negated = reason.operator().startsWith(NOT);
        String operator = negated ? reason.operator().substring(NOT.length()) : reason.operator();
        String plain =
                switch (operator) {
                    case "in", "=" -> values;
                    case ">=" -> messages.atLeast(values);
                    default -> operator + " " + values;
                };
        return negated ? messages.whyNot(plain) : plain;
    }

    private String values(Reason reason, List<String> values) {
        return values.stream()
                .map(value -> switch (reason.field()) {
                    case "country" -> words.country(value);
                    case "category" -> words.category(value);
                    case "language" -> words.language(value);
                    case "band" -> words.bandOf(value);
                    case "place", "source" -> CleanText.line(value, 80);
                    default -> words.numberOf(value, reason.field());
                })
                .collect(Collectors.joining(words.direction().equals("rtl") ? "، " : ", "));
    }
}
