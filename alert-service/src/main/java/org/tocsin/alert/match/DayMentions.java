package org.tocsin.alert.match;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.tocsin.alert.text.CanonicalText;

/**
 * Days that a text names by day and month. A report weeks later says so which event it goes back to. Months of the
 * solar calendars are converted as if every solar year began on 21 March, which is right but for the years after a leap
 * year, when it is a day off.
 */
final class DayMentions {

    /** Older days are history, and later ones are plans. */
    private static final int DAYS_BACK = 40;

    private static final int DAYS_AHEAD = 2;

    /** Each line is a month, January first: English, German, French, Spanish, Turkish, Arabic, Persian, Urdu, Pashto. */
    private static final List<String> GREGORIAN = List.of(
            "january jan januar janvier enero ocak يناير كانون ژانویه جنوری جنوري",
            "february feb februar fevrier febrero subat فبراير شباط فوریه فروری فبروري",
            "march mar marz mars marzo mart مارس آذار مارچ مارچ",
            "april apr avril abril nisan أبريل نيسان آوریل اپریل اپرېل",
            "may mai mayo mayis مايو أيار مه می مئی مې",
            "june jun juni juin junio haziran يونيو حزيران ژوئن جون",
            "july jul juli juillet julio temmuz يوليو تموز ژوئیه جولای جولائی",
            "august aug aout agosto agustos أغسطس آب اوت اگست",
            "september sep sept septembre septiembre eylul سبتمبر أيلول سپتامبر ستمبر سپټمبر",
            "october oct oktober octobre octubre ekim أكتوبر اکتبر اکتوبر",
            "november nov novembre noviembre kasim نوفمبر نوامبر نومبر",
            "december dec dezember decembre diciembre aralik ديسمبر دسامبر دسمبر");

    /** Months of the Iranian and of the Afghan year. */
    private static final List<String> SOLAR = List.of(
            "فروردین حمل وری",
            "اردیبهشت ثور غویی",
            "خرداد جوزا غبرګولی",
            "تیر سرطان چنګاښ",
            "مرداد اسد زمری",
            "شهریور سنبله وږی",
            "مهر میزان تله",
            "آبان عقرب لړم",
            "آذر قوس لیندۍ",
            "دی جدی مرغومی",
            "بهمن دلو سلواغه",
            "اسفند حوت کب");

    private static final Map<String, Integer> GREGORIAN_MONTHS = numbered(GREGORIAN);
    private static final Map<String, Integer> SOLAR_MONTHS = numbered(SOLAR);
    private static final String MONTH = Set.of(GREGORIAN_MONTHS, SOLAR_MONTHS).stream()
            .flatMap(months -> months.keySet().stream())
            .sorted()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(", ")"));

    /** "10 July", "10. Juli", "10 de julio", "July 10". */
    private static final Pattern DAY_OF_MONTH =
            Pattern.compile("(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s+(?:de\\s+|of\\s+)?" + MONTH
                    + "(?!\\p{L})|(?<!\\p{L})" + MONTH + "\\s+(\\d{1,2})(?!\\d|[.,]\\d)");

    private DayMentions() {}

    /** Days shortly before publication that the text names, as days since 1970. */
    static Set<Integer> in(String text, Instant published) {
        LocalDate today = published.atZone(ZoneOffset.UTC).toLocalDate();
        var days = new TreeSet<Integer>();
        Matcher matcher = DAY_OF_MONTH.matcher(CanonicalText.fold(text));
        while (matcher.find()) {
            String day = matcher.group(1) != null ? matcher.group(1) : matcher.group(4);
            String month = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            add(Integer.parseInt(day), month, today, days);
        }
        return days;
    }

    private static void add(int day, String month, LocalDate today, Set<Integer> days) {
        for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
            try {
                LocalDate date = GREGORIAN_MONTHS.containsKey(month)
                        ? LocalDate.of(year, GREGORIAN_MONTHS.get(month), day)
                        : solar(year, SOLAR_MONTHS.get(month), day);
                if (!date.isBefore(today.minusDays(DAYS_BACK)) && !date.isAfter(today.plusDays(DAYS_AHEAD))) {
                    days.add((int) date.toEpochDay());
                }
            } catch (DateTimeException e) {
                return;
            }
        }
    }

    private static LocalDate solar(int year, int month, int day) {
        int before = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
        return LocalDate.of(year, 3, 21).plusDays(before + day - 1L);
    }

    private static Map<String, Integer> numbered(List<String> months) {
        var numbered = new HashMap<String, Integer>();
        for (int month = 0; month < months.size(); month++) {
            for (String name : months.get(month).split(" ")) {
                numbered.putIfAbsent(CanonicalText.fold(name), month + 1);
            }
        }
        return Map.copyOf(numbered);
    }
}
