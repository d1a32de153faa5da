package org.tocsin.notify.email;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.tocsin.notify.alert.Band;
import org.tocsin.notify.language.CleanText;
import org.tocsin.notify.language.Formats;
import org.tocsin.notify.language.Languages;
import org.tocsin.notify.language.Terms;
import org.tocsin.notify.wording.AlertWording;

/** Names, numbers and dates in the language of a subscriber. */
record MailWords(MailMessages messages, Formats formats, Terms terms, AlertWording wording) {

    private static final String LEFT_TO_RIGHT_MARK = "\u200E";
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

    /** With its sign, which stays on the left of the number where texts run to the left. */
    String signed(long number) {
        String sign = direction().equals("rtl") ? LEFT_TO_RIGHT_MARK + "+" : "+";
        return number > 0 ? sign + number(number) : number(number);
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

    /** Whether somebody who reads this language reads the other one: Persian and Dari are one in writing. */
    boolean reads(String languageTag) {
        return Languages.best(languageTag).getLanguage().equals(locale().getLanguage())
                && Locale.forLanguageTag(tag(languageTag)).getLanguage().equals(locale().getLanguage());
    }

    /** A well-formed tag, made of what came from elsewhere; {@code und} when there is no making one. */
    String tag(String languageTag) {
        Locale language = Locale.forLanguageTag(CleanText.line(languageTag, 20));
        return language.getLanguage().equals("prs") ? "fa-AF" : language.toLanguageTag();
    }

    /** The name of a language. */
    String language(String languageTag) {
        return formats.language(tag(languageTag));
    }

    /** The name of a band by its code, which a filter may have in small letters. */
    String bandOf(String code) {
        return Stream.of(Band.values())
                .filter(band -> band.name().equalsIgnoreCase(code))
                .findFirst()
                .map(this::band)
                .orElseGet(() -> CleanText.line(code, 20));
    }

    /** A number as filters write it, of a field that is a share or a count. */
    String numberOf(String value, String field) {
        try {
            double number = Double.parseDouble(value);
            return field.equals("confidence") ? percent(number) : formats.decimal(number);
        } catch (NumberFormatException e) {
            return CleanText.line(value, 80);
        }
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
