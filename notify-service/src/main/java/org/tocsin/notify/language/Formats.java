package org.tocsin.notify.language;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

/**
 * Numbers, dates and countries as readers of a language write them, by CLDR: with the digits of the language, and in the
 * calendar of its country, which is the solar one for Persian, Dari and Pashto.
 */
public record Formats(Locale locale, ZoneId zone) {

    // Making a format costs a thousand times as much as using one, and none is safe for several threads.
    private static final Map<ULocale, NumberFormat> NUMBERS = new ConcurrentHashMap<>();
    private static final Map<ULocale, NumberFormat> PERCENTS = new ConcurrentHashMap<>();
    private static final Map<ULocale, NumberFormat> DECIMALS = new ConcurrentHashMap<>();
    private static final Map<ULocale, DateFormat> DATES = new ConcurrentHashMap<>();
    private static final Map<ULocale, DateFormat> TIMES = new ConcurrentHashMap<>();

    // Unlike the others, these are safe for several threads.
    private static final Map<ULocale, MeasureFormat> DURATIONS = new ConcurrentHashMap<>();

    private static NumberFormat copy(NumberFormat format) {
        return format.clone();
    }

    private static DateFormat copy(DateFormat format) {
        return format.clone();
    }

    public String number(long number) {
        return copy(NUMBERS.computeIfAbsent(tag(), NumberFormat::getIntegerInstance))
                .format(number);
    }

    /** @param share from 0 to 1 */
    public String percent(double share) {
        return copy(PERCENTS.computeIfAbsent(tag(), NumberFormat::getPercentInstance))
                .format(share);
    }

    /** With one digit behind the point at most. */
    public String decimal(double number) {
        NumberFormat format = copy(DECIMALS.computeIfAbsent(tag(), NumberFormat::getNumberInstance));
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** One after the other in one line, with the comma of the language. */
    public String list(List<String> parts) {
        return String.join(Languages.direction(locale).equals("rtl") ? "، " : ", ", parts);
    }

    /** The name of a language; its tag when it has none. */
    public String language(String languageTag) {
        return ULocale.forLanguageTag(languageTag).getDisplayNameWithDialect(tag());
    }

    public String date(LocalDate date) {
        DateFormat format = copy(DATES.computeIfAbsent(dates(), Formats::days));
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** Date and time of day in the reader's zone, which is named. */
    public String time(Instant instant) {
        DateFormat format = copy(TIMES.computeIfAbsent(dates(), Formats::times));
        TimeZone there = TimeZone.getTimeZone(zone.getId());
        format.setTimeZone(there);
        Date date = Date.from(instant);
        return format.format(date) + " "
                + there.getDisplayName(there.inDaylightTime(date), TimeZone.SHORT_GENERIC, dates());
    }

    // CLDR begins Pashto dates with the era in Latin letters, and ends Urdu times with AM or PM.
    private static DateFormat days(ULocale locale) {
        return locale.getLanguage().equals("ps")
                ? new SimpleDateFormat("d MMMM y", locale)
                : DateFormat.getDateInstance(DateFormat.MEDIUM, locale);
    }

    private static DateFormat times(ULocale locale) {
        return switch (locale.getLanguage()) {
            case "ps" -> new SimpleDateFormat("d MMMM y، H:mm", locale);
            case "ur" -> DateFormat.getInstanceForSkeleton("yMMMdHm", locale);
            default -> DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, locale);
        };
    }

    /** In whole days from two days on, else in hours or minutes; at least a minute. */
    public String duration(Duration duration) {
        if (duration.toHours() >= 48) {
            return measure(duration.toDays(), MeasureUnit.DAY);
        }
        if (duration.toMinutes() < 120) {
            return measure(Math.max(1, duration.toMinutes()), MeasureUnit.MINUTE);
        }
        // CLDR has words for Pashto days and minutes, but for hours the letter h.
        return locale.getLanguage().equals("ps")
                ? number(duration.toHours()) + " ساعته"
                : measure(duration.toHours(), MeasureUnit.HOUR);
    }

    private String measure(long amount, MeasureUnit unit) {
        return DURATIONS
                .computeIfAbsent(tag(), to -> MeasureFormat.getInstance(to, FormatWidth.WIDE))
                .formatMeasures(new Measure(amount, unit));
    }

    /** @param code ISO 3166-1 alpha-2 */
    public String country(String code) {
        return new ULocale("", code).getDisplayCountry(tag());
    }

    /** The name of a language in that language itself. */
    public static String ownName(String languageTag) {
        ULocale language = ULocale.forLanguageTag(languageTag);
        return language.getDisplayNameWithDialect(language);
    }

    private ULocale tag() {
        ULocale tag = ULocale.forLocale(locale);
        // CLDR leaves it to the country which digits Arabic has; from Egypt to Iraq they are these, and so our texts
        // have them.
        return tag.getLanguage().equals("ar") ? tag.setKeywordValue("numbers", "arab") : tag;
    }

    /** English is read all over the world, so its dates are not the American ones. */
    private ULocale dates() {
        return locale.equals(Locale.ENGLISH) ? ULocale.UK : tag();
    }
}
