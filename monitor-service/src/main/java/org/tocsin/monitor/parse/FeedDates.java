package org.tocsin.monitor.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as feeds write them: RFC 822 with its many misspellings, ISO 8601, and bare days (taken as UTC). */
final class FeedDates {

    private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}{2,12}\\.?,?\\s+(?=\\d)");
    private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d:?\\d\\d$");
    private static final Pattern COMMENT = Pattern.compile("\\s*\\([^)]*\\)\\s*$");
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
            rfc822("d MMMM uuuu H:mm[:ss] xx"),
            rfc822("d MMMM uuuu H:mm[:ss] xxx"),
            twoDigitYear(),
            rfc822("d-MMM-uuuu H:mm[:ss] xx"),
            rfc822("uuuu-MM-dd H:mm:ss xx"),
            rfc822("uuuu-MM-dd H:mm:ss xxx"));
    private static final List<DateTimeFormatter> DAYS =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, rfc822("d MMM uuuu"), rfc822("d MMMM uuuu"), rfc822("uuuu/M/d"));

    private FeedDates() {}

    /** The instant meant, or nothing. */
    static Optional<Instant> parse(String raw) {
        String text = raw.strip();
        if (text.isEmpty() || text.length() > 80) {
            return Optional.empty();
        }
        return iso(text).or(() -> rfc(text)).or(() -> day(text));
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
        return text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    }

    private static Optional<Instant> rfc(String text) {
        String normal = COMMENT.matcher(text).replaceFirst("");
        normal =
                WEEKDAY.matcher(normal).replaceFirst("").replaceAll("\\s+", " ").replace("Sept ", "Sep ");
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

    private static Optional<Instant> day(String text) {
        String normal = WEEKDAY.matcher(text).replaceFirst("");
        for (DateTimeFormatter format : DAYS) {
            try {
                return Optional.of(LocalDate.parse(normal, format)
                        .atStartOfDay(ZoneId.of("UTC"))
                        .toInstant());
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Optional.empty();
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
