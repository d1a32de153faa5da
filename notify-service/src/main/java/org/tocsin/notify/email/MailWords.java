package org.tocsin.notify.email;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;

import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.Band;

/** Names, numbers and dates in the language of a subscriber. */
record MailWords(MailMessages messages, Locale locale, ZoneId zone) {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "ps", "ur");

    String direction() {
        return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
    }

    String band(Band band) {
        return switch (band) {
            case MINOR -> messages.bandMinor();
            case MODERATE -> messages.bandModerate();
            case SEVERE -> messages.bandSevere();
            case EXTREME -> messages.bandExtreme();
        };
    }

    /** Categories are data, so a new one has no translation: its code is made readable. */
    String readable(String code) {
        String words = CleanText.line(code, 80).toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    String country(String code) {
        String name = new Locale.Builder()
                .setRegion(code.matches("[A-Z]{2}") ? code : "ZZ")
                .build()
                .getDisplayCountry(locale);
        return code.matches("[A-Z]{2}") ? name : CleanText.line(code, 20);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(formats())
                .format(date);
    }

    String time(Instant instant) {
        String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(formats())
                .withZone(zone)
                .format(instant);
        return time + " "
                + DateTimeFormatter.ofPattern("zzz", formats()).withZone(zone).format(instant);
    }

    /** English is read all over the world, so its dates are not the American ones. */
    private Locale formats() {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
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
            default -> readable(field.substring(field.indexOf('.') + 1));
        };
    }
}
