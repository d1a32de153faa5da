package org.tocsin.monitor.content;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as feeds and pages write them: RFC 822 with its many misspellings and in several languages, ISO 8601 (basic form
 * too), seconds or milliseconds since 1970, and bare days (taken as UTC).
 */
public final class WrittenDate {

    private static final int LONGEST = 80;
    private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}{2,12}\\.?,?\\s+(?=\\d)");
    private static final Pattern DAY_IN_PATH =
            Pattern.compile("/(20\\d\\d)([/-]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?=[/_.-]|$)");
    private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d:?\\d\\d$");
    private static final Pattern COMMENT = Pattern.compile("\\s*\\([^)]*\\)\\s*$");
    private static final Pattern BASIC =
            Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)(\\d\\d)?(\\S*))?");
    private static final Pattern EPOCH = Pattern.compile("(\\d{9,10})(\\d{3})?(?:\\.\\d+)?");
    private static final Pattern ASCTIME = Pattern.compile(
            "(?:\\p{L}{3},? )?(\\p{L}{3}) (\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) (?:(\\p{L}{2,5}) )?(\\d{4})");
    /** Zone names that RFC 822 and its users know and Java reads as something else or not at all. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("UT", "+0000"),
            Map.entry("GMT", "+0000"),
            Map.entry("UTC", "+0000"),
            Map.entry("Z", "+0000"),
            Map.entry("EST", "-0500"),
            Map.entry("EDT", "-0400"),
            Map.entry("CST", "-0600"),
            Map.entry("CDT", "-0500"),
            Map.entry("MST", "-0700"),
            Map.entry("MDT", "-0600"),
            Map.entry("PST", "-0800"),
            Map.entry("PDT", "-0700"),
            Map.entry("BST", "+0100"),
            Map.entry("CET", "+0100"),
            Map.entry("CEST", "+0200"),
            Map.entry("EET", "+0200"),
            Map.entry("EEST", "+0300"),
            Map.entry("MSK", "+0300"),
            Map.entry("TRT", "+0300"),
            Map.entry("IRST", "+0330"),
            Map.entry("AFT", "+0430"),
            Map.entry("PKT", "+0500"),
            Map.entry("IST", "+0530"));

    private static final List<DateTimeFormatter> RFC_822 = List.of(
            rfc822("d MMM uuuu H:mm[:ss] xx"),
            rfc822("d MMM uuuu H:mm[:ss] xxx"),
            twoDigitYear(),
            rfc822("d-MMM-uuuu H:mm[:ss] xx"),
            rfc822("uuuu-MM-dd H:mm:ss xx"),
            rfc822("uuuu-MM-dd H:mm:ss xxx"),
            rfc822("uuuu/MM/dd H:mm[:ss] xx"));
    private static final List<DateTimeFormatter> DAYS =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, rfc822("d MMM uuuu"), rfc822("MMM d uuuu"), rfc822("uuuu/M/d"));

    private WrittenDate() {}

    /** The instant meant, or nothing. */
    public static Optional<Instant> parse(String raw) {
        if (raw.length() > LONGEST) {
            return Optional.empty();
        }
        String text = asciiDigits(raw).strip();
        return text.isEmpty()
                ? Optional.empty()
                : iso(text)
                        .or(() -> basic(text))
                        .or(() -> epoch(text))
                        .or(() -> rfc(text))
                        .or(() -> day(text));
    }

    /** The end of the day that stands in an address as {@code /2025/07/14/} or {@code /2025-07-14-}, or nothing. */
    public static Optional<Instant> inAddress(URI address) {
        Matcher day = DAY_IN_PATH.matcher(String.valueOf(address.getRawPath()));
        return day.find()
                ? day("%s-%s-%s".formatted(day.group(1), day.group(3), day.group(4)))
                        .map(start -> start.plus(1, ChronoUnit.DAYS).minusSeconds(1))
                : Optional.empty();
    }

    private static Optional<Instant> iso(String text) {
        String normal = text.length() > 10 && text.charAt(10) == ' '
                ? text.replaceFirst(" ", "T").replace(" ", "")
                : text;
        try {
            return Optional.of(OffsetDateTime.parse(withColon(normal)).toInstant());
        } catch (DateTimeException e) {
            return isoWithoutZone(normal);
        }
    }

    private static Optional<Instant> isoWithoutZone(String text) {
        try {
            DateTimeFormatter utc = DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC);
            return Optional.of(ZonedDateTime.parse(text, utc).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code +0430} as {@code +04:30}, which is the only form that {@link OffsetDateTime} reads. */
    private static String withColon(String text) {
        return text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2").replaceFirst("(T.*[+-]\\d\\d)$", "$1:00");
    }

    /** {@code 20250714T062000Z} and {@code 20250714}. */
    private static Optional<Instant> basic(String text) {
        Matcher parts = BASIC.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String day = parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3);
        if (parts.group(4) == null) {
            return day(day);
        }
        String seconds = parts.group(6) == null ? "00" : parts.group(6);
        return iso(day + "T" + parts.group(4) + ":" + parts.group(5) + ":" + seconds + parts.group(7));
    }

    private static Optional<Instant> epoch(String text) {
        Matcher parts = EPOCH.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long millis = parts.group(2) == null ? 0 : Long.parseLong(parts.group(2));
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(parts.group(1))).plusMillis(millis));
    }

    private static Optional<Instant> rfc(String text) {
        String normal = COMMENT.matcher(text).replaceFirst("").replaceAll("\\s+", " ");
        normal = MonthNames.inEnglish(asctime(normal));
        normal = WEEKDAY.matcher(normal).replaceFirst("");
        int zone = normal.lastIndexOf(' ') + 1;
        String named = ZONES.get(normal.substring(zone).toUpperCase(Locale.ROOT));
        if (named != null) {
            normal = normal.substring(0, zone) + named;
        } else if (!OFFSET.matcher(normal).find()) {
            normal = normal + " +0000";
        }
        for (DateTimeFormatter format : RFC_822) {
            try {
                return Optional.of(ZonedDateTime.parse(normal, format).toInstant());
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** What C's {@code asctime} and Unix' {@code date} print, in the order of RFC 822. */
    private static String asctime(String text) {
        Matcher parts = ASCTIME.matcher(text);
        return parts.matches()
                ? "%s %s %s %s %s"
                        .formatted(
                                parts.group(2),
                                parts.group(1),
                                parts.group(5),
                                parts.group(3),
                                parts.group(4) == null ? "GMT" : parts.group(4))
                : text;
    }

    private static Optional<Instant> day(String text) {
        String normal = MonthNames.inEnglish(text.replace(",", "").replaceAll("\\s+", " "));
        normal = WEEKDAY.matcher(normal).replaceFirst("");
        for (DateTimeFormatter format : DAYS) {
            try {
                return Optional.of(LocalDate.parse(normal, format)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** Digits of every script as those of ASCII. */
    private static String asciiDigits(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            ascii.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
        }
        return ascii.toString();
    }

    private static DateTimeFormatter rfc822(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    private static DateTimeFormatter twoDigitYear() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("d MMM ")
                .appendValueReduced(ChronoField.YEAR, 2, 2, 1980)
                .appendPattern(" H:mm[:ss] xx")
                .toFormatter(Locale.ENGLISH);
    }
}
