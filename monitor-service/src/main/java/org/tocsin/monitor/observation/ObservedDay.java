package org.tocsin.monitor.observation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what sources write for a period: any day in it will do. */
final class ObservedDay {

    private static final Pattern WEEK = Pattern.compile("\\d{4}-?W\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private ObservedDay() {}

    /** A day of the period, in UTC, or nothing when the text is no date of ISO 8601. */
    static Optional<LocalDate> read(String text) {
        String date = text.strip();
        try {
            if (WEEK.matcher(date).matches()) {
                String week = date.substring(0, 4) + "-W" + date.substring(date.length() - 2);
                return Optional.of(LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE));
            }
            if (MONTH.matcher(date).matches()) {
                return Optional.of(YearMonth.parse(date).atDay(1));
            }
            if (YEAR.matcher(date).matches()) {
                return Optional.of(Year.parse(date).atDay(1));
            }
            return Optional.of(
                    date.indexOf('T') > 0
                            ? OffsetDateTime.parse(date)
                                    .withOffsetSameInstant(ZoneOffset.UTC)
                                    .toLocalDate()
                            : LocalDate.parse(date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
