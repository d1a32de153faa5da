package org.tocsin.notify.email;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.Band;
import org.tocsin.notify.language.Formats;
import org.tocsin.notify.language.Languages;
import org.tocsin.notify.language.Terms;

/** Names, numbers and dates in the language of a subscriber. */
record MailWords(MailMessages messages, Formats formats, Terms terms) {

    private static final String RIGHT_TO_LEFT_MARK = "\u200F";

    Locale locale() {
        return formats.locale();
    }

    String direction() {
        return Languages.direction(locale());
    }

    /**
     * What is listed in one line. In a language that is written from right to left, each part keeps its own direction and
     * the line begins on the right, even when its first word is foreign.
     */
    String list(Stream<String> parts) {
        List<String> present = parts.toList();
        if (present.isEmpty() || direction().equals("ltr")) {
            return String.join(", ", present);
        }
        return present.stream().map(CleanText::isolated).collect(Collectors.joining("، ", RIGHT_TO_LEFT_MARK, ""));
    }

    String band(Band band) {
        return switch (band) {
            case MINOR -> messages.bandMinor();
            case MODERATE -> messages.bandModerate();
            case SEVERE -> messages.bandSevere();
            case EXTREME -> messages.bandExtreme();
        };
    }

    /** A code without a translation, made readable. */
    String readable(String code) {
        return Terms.readable(CleanText.line(code, 80));
    }

    String category(String code) {
        return terms.category(CleanText.line(code, 80));
    }

    String action(String code) {
        return terms.action(CleanText.line(code, 80));
    }

    String country(String code) {
        return code.matches("[A-Z]{2}") ? formats.country(code) : CleanText.line(code, 20);
    }

    String number(long number) {
        return formats.number(number);
    }

    String percent(double share) {
        return formats.percent(share);
    }

    String date(LocalDate date) {
        return formats.date(date);
    }

    String time(Instant instant) {
        return formats.time(instant);
    }

    String duration(Duration duration) {
        return formats.duration(duration);
    }

    /** For instance "more than 29,000 people"; empty when the figure has no number. */
    String size(AlertSnapshot.Figure figure) {
        String amount = amount(figure);
        return amount.isEmpty()
                ? ""
                : amount + " " + ("HOUSEHOLD".equals(figure.unit()) ? messages.households() : messages.people());
    }

    private String amount(AlertSnapshot.Figure figure) {
        Long value = figure.value();
        Long lower = figure.lower();
        Long upper = figure.upper();
        if (value == null) {
            return lower == null || upper == null ? "" : messages.range(number(lower), number(upper));
        }
        if (upper == null) {
            return messages.moreThan(number(value));
        }
        if (lower == null) {
            return messages.upTo(number(value));
        }
        return "APPROXIMATELY".equals(figure.quantifier()) ? messages.about(number(value)) : number(value);
    }

    String field(String field) {
        return switch (field) {
            case "country" -> messages.fieldCountry();
            case "category" -> messages.fieldCategory();
            case "place" -> messages.fieldPlace();
            case "source" -> messages.fieldSource();
            case "language" -> messages.fieldLanguage();
            case "severity" -> messages.fieldSeverity();
            case "confidence" -> messages.fieldConfidence();
            case "band" -> messages.fieldBand();
            default -> action(field.substring(field.indexOf('.') + 1));
        };
    }
}
