package org.tocsin.monitor.figure;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.figure.Digits.Shape;

/** Reads the dates and periods of a sentence and takes their numbers out of what may be a count. */
final class DateReader {

    private final Sentence sentence;
    private final LocalDate published;
    private final List<Period> periods = new ArrayList<>();

    DateReader(Sentence sentence, LocalDate published) {
        this.sentence = sentence;
        this.published = published;
    }

    List<Period> read() {
        for (int i = 0; i < sentence.size(); ) {
            Period found = at(i);
            if (found == null) {
                i = i + 1;
                continue;
            }
            sentence.take(found.start(), found.end());
            periods.add(found);
            i = Math.max(i + 1, found.end());
        }
        return periods.isEmpty() ? periods : new PeriodJoiner(sentence, published).join(periods);
    }

    private @Nullable Period at(int i) {
        Digits digits = sentence.digits(i);
        if (digits != null) {
            if (digits.shape() == Shape.DATE) {
                return written(i, digits);
            }
            return digits.looksLikeYear() && isYear(i) ? year(i, (int) digits.value()) : null;
        }
        for (Sense sense : sentence.senses(i)) {
            Period period =
                    switch (sense.role()) {
                        case MONTH -> month(i, sense);
                        case WEEKDAY -> Period.day(lastWeekday(sense), i, sentence.after(i));
                        case DAY -> Period.day(published.plusDays((long) sense.low()), i, sentence.after(i));
                        case TIME -> relative(i, sense.per());
                        case RATE -> isPeriod(i) ? relative(i, sense.per()) : null;
                        default -> null;
                    };
            if (period != null) {
                return period;
            }
        }
        return null;
    }

    private @Nullable Period written(int i, Digits digits) {
        List<Integer> calendar = digits.calendar();
        if (calendar == null) {
            return null;
        }
        try {
            return Period.day(date(calendar.get(0), calendar.get(1), calendar.get(2)), i, i + 1);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static LocalDate date(int year, int month, int day) {
        return year < 1500 ? SolarCalendar.date(year, month, day) : LocalDate.of(year, month, day);
    }

    private LocalDate lastWeekday(Sense weekday) {
        return published.with(TemporalAdjusters.previousOrSame(DayOfWeek.of((int) weekday.low())));
    }

    /** A bare number of four digits is a year, unless it counts the people right behind it ("arrested 2021 Afghans"). */
    private boolean isYear(int i) {
        int next = i + 1;
        boolean counts = sentence.has(next, Role.PERSON, Role.HOUSEHOLD)
                || sentence.has(next, Role.CASUALTY, Role.EVENT)
                || sentence.has(next, Role.MULTIPLIER)
                || sentence.has(next + 1, Role.PERSON, Role.HOUSEHOLD) && !sentence.has(next, Role.FUNCTION);
        int before = sentence.before(i);
        return !counts
                || sentence.has(before, Role.SINCE, Role.UNTIL)
                || sentence.has(before, Role.FUNCTION, Role.TIME) && !sentence.has(before, Role.AUXILIARY);
    }

    private Period year(int i, int year) {
        int start = sentence.has(sentence.before(i), Role.TIME) ? sentence.before(i) : i;
        int end = sentence.has(i + 1, Role.TIME) ? sentence.after(i + 1) : i + 1;
        if (year < 1500) {
            LocalDate last = SolarCalendar.date(year + 1, 1, 1).minusDays(1);
            return new Period(SolarCalendar.date(year, 1, 1), last, start, end);
        }
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), start, end);
    }

    /** "15 July 2025", "July 15, 2025", "11–21 June", "۱۵ تیر ۱۴۰۴", "in July". */
    private @Nullable Period month(int i, Sense month) {
        int end = sentence.after(i);
        int start = i;
        int left = skipLeft(i);
        int last = dayAt(left);
        int first = last;
        if (last > 0) {
            start = left;
            int other = rangeStart(left);
            if (other >= 0) {
                first = dayAt(other);
                start = other;
            }
        } else if (dayAt(end) > 0 && !countsPeople(end)) {
            first = dayAt(end);
            last = first;
            end = end + 1;
            if (sentence.isDash(end) && dayAt(end + 1) > first) {
                last = dayAt(end + 1);
                end += 2;
            }
        }
        int year = yearAt(skipRight(end));
        if (year > 0) {
            end = skipRight(end) + 1;
        }
        if (sentence.habits().verbsLast() && sentence.has(end, Role.TIME)) {
            // "Ocak ayından beri": the word for month goes with the name.
            end = sentence.after(end);
        }
        if (first <= 0 && year <= 0 && month.argument() != null && month.is("WEAK") && !introduced(i)) {
            return null;
        }
        return resolve(month, year, first, last, start, end);
    }

    /** The names of months that are also other words count alone only with a capital, after "in" or "since". */
    private boolean introduced(int i) {
        int before = sentence.before(i);
        boolean prepared =
                sentence.has(before, Role.SINCE, Role.UNTIL) || sentence.has(before, Role.FUNCTION, Role.TIME);
        return prepared && (sentence.token(i).capital() || sentence.has(before, Role.TIME));
    }

    private @Nullable Period resolve(Sense month, int year, int first, int last, int start, int end) {
        boolean solar = month.low() > 12;
        int number = (int) (solar ? month.low() - 12 : month.low());
        try {
            int inYear = year > 0 ? year : solar ? SolarCalendar.yearOf(published) : published.getYear();
            Period period = resolve(solar, inYear, number, first, last, start, end);
            LocalDate from = period.from();
            if (year <= 0 && from != null && from.isAfter(published)) {
                period = resolve(solar, inYear - 1, number, first, last, start, end);
            }
            return period;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static Period resolve(boolean solar, int year, int month, int first, int last, int start, int end) {
        int from = first > 0 ? first : 1;
        if (solar) {
            int to = last > 0 ? last : SolarCalendar.lengthOfMonth(year, month);
            return new Period(SolarCalendar.date(year, month, from), SolarCalendar.date(year, month, to), start, end);
        }
        LocalDate begin = LocalDate.of(year, month, from);
        LocalDate finish = last > 0 ? LocalDate.of(year, month, last) : begin.with(TemporalAdjusters.lastDayOfMonth());
        return new Period(begin, finish, start, end);
    }

    private int skipLeft(int i) {
        int left = i - 1;
        while (left > 0
                && (sentence.isMark(left, '.')
                        || sentence.has(left, Role.LINK)
                        || sentence.has(left, Role.TIME)
                        || isOrdinalEnding(left))) {
            left--;
        }
        return left;
    }

    private int skipRight(int end) {
        int right = end;
        while (right < sentence.size()
                && right < end + 2
                && (sentence.isMark(right, ',')
                        || sentence.isMark(right, '.')
                        || sentence.has(right, Role.LINK)
                        || sentence.has(right, Role.TIME)
                        || isOrdinalEnding(right))) {
            right++;
        }
        return right;
    }

    /** "1st", "2nd", "15th", "1er", "۲۱م": glued to the number. */
    private boolean isOrdinalEnding(int i) {
        return sentence.isWord(i)
                && sentence.token(i).glued()
                && sentence.token(i).form().length() <= 2
                && sentence.digits(i - 1) != null;
    }

    private int rangeStart(int left) {
        int connector = left - 1;
        boolean joined =
                sentence.isDash(connector) || sentence.has(connector, Role.TO) || sentence.has(connector, Role.AND);
        int first = connector > 0 && sentence.isMark(connector - 1, '.') ? connector - 2 : connector - 1;
        return joined && dayAt(first) > 0 && dayAt(first) < dayAt(left) ? first : -1;
    }

    private int dayAt(int i) {
        Digits digits = sentence.digits(i);
        boolean day = digits != null
                && digits.shape() == Shape.PLAIN
                && digits.value() >= 1
                && digits.value() <= 31
                && !sentence.isTaken(i);
        return day && digits != null ? (int) digits.value() : 0;
    }

    private int yearAt(int i) {
        Digits digits = sentence.digits(i);
        return digits != null && digits.looksLikeYear() ? (int) digits.value() : 0;
    }

    private boolean countsPeople(int i) {
        return sentence.has(i + 1, Role.PERSON, Role.HOUSEHOLD) || sentence.has(i + 1, Role.CASUALTY, Role.EVENT);
    }

    /** What reads as a rate ("در هفته") is a period when it goes on ("در هفته گذشته"). */
    private boolean isPeriod(int rate) {
        return sentence.has(sentence.after(rate), Role.PAST, Role.THIS);
    }

    /** "Last week", "this year", "the past ten days", "۲۴ ساعت گذشته". */
    private @Nullable Period relative(int i, Per unit) {
        return new RelativePeriods(sentence, published).read(i, unit);
    }
}
