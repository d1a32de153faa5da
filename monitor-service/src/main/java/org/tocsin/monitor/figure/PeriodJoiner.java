package org.tocsin.monitor.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Joins "between A and B", and opens periods by "since A" and "until B". */
final class PeriodJoiner {

    private final Sentence sentence;
    private final LocalDate published;

    PeriodJoiner(Sentence sentence, LocalDate published) {
        this.sentence = sentence;
        this.published = published;
    }

    List<Period> join(List<Period> dates) {
        List<Period> joined = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            Period date = dates.get(i);
            Period both = i + 1 < dates.size() ? join(date, dates.get(i + 1)) : null;
            if (both != null) {
                i++;
                joined.add(both);
            } else {
                joined.add(open(date));
            }
        }
        return joined;
    }

    private @Nullable Period join(Period first, Period second) {
        LocalDate from = first.from();
        LocalDate to = second.to();
        int gap = second.start() - first.end();
        if (from == null || to == null || gap > 3 || gap < 0) {
            return null;
        }
        if (gap > 0 && !connects(first, second)) {
            return gap == 1 && sentence.isMark(first.end(), ',') ? narrower(first, second) : null;
        }
        if (gap == 0) {
            return narrower(first, second);
        }
        if (from.isAfter(to)) {
            // "from December to March" without years: the first lies in the year before.
            from = from.minusYears(1);
        }
        return from.isAfter(to) ? null : new Period(from, to, first.start(), second.end());
    }

    private boolean connects(Period first, Period second) {
        for (int i = first.end(); i < second.start(); i++) {
            if (sentence.has(i, Role.TO, Role.UNTIL) || sentence.isDash(i)) {
                return true;
            }
            if (sentence.has(i, Role.AND)) {
                int before = sentence.before(first.start());
                return sentence.has(before, Role.BETWEEN, Role.SINCE)
                        || sentence.has(sentence.before(before), Role.BETWEEN)
                        || sentence.has(second.end(), Role.BETWEEN);
            }
        }
        return false;
    }

    /** "On Monday, 14 July": one date said twice. */
    private static @Nullable Period narrower(Period first, Period second) {
        LocalDate from = second.from();
        boolean day = from != null && from.equals(second.to());
        return (day ? second : first).at(first.start(), second.end());
    }

    private Period open(Period date) {
        int before = sentence.before(date.start());
        if (sentence.has(before, Role.SINCE) || sentence.has(date.end(), Role.SINCE)) {
            LocalDate from = date.from();
            return from == null || from.isAfter(published)
                    ? date
                    : new Period(from, published, date.start(), date.end());
        }
        if (sentence.has(before, Role.UNTIL) || sentence.has(date.end(), Role.UNTIL)) {
            return new Period(null, date.to(), date.start(), date.end());
        }
        return date;
    }
}
