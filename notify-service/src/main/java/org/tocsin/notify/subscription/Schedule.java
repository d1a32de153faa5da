package org.tocsin.notify.subscription;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.Band;

/**
 * When a subscriber wants to hear of alerts. Urgent ones are not subject to it.
 *
 * @param at local time of day of a daily or weekly digest
 * @param day of a weekly digest
 * @param zone in which local times are meant; they keep their wall-clock time over changes to summer time
 * @param dailyCap so many mails a day at most, from {@code at} to {@code at}; what is more comes in one mail on the next
 *     day, and what is urgent comes all the same. Null for no cap
 */
public record Schedule(
        Mode mode,
        LocalTime at,
        DayOfWeek day,
        ZoneId zone,
        @Nullable QuietHours quietHours,
        @Nullable Integer dailyCap) {

    /** At once or gathered. */
    public enum Mode {
        IMMEDIATE,
        HOURLY,
        DAILY,
        WEEKLY
    }

    /**
     * Hours of the night, or of any part of the day, in which only what cannot wait is sent.
     *
     * @param from local time, inclusive
     * @param to local time, exclusive; before {@code from} when midnight lies between
     * @param overrideBand alerts of this band or above are sent all the same
     */
    public record QuietHours(LocalTime from, LocalTime to, Band overrideBand) {

        boolean cover(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }

    /** At once, at any hour. */
    public static final Schedule AT_ONCE =
            new Schedule(Mode.IMMEDIATE, LocalTime.of(8, 0), DayOfWeek.MONDAY, ZoneId.of("UTC"), null, null);

    /** Whether alerts are gathered into one mail. */
    public boolean digest() {
        return mode != Mode.IMMEDIATE;
    }

    /** When an ordinary alert of this band that arrives now is to be sent. */
    public Instant due(Instant now, Band band) {
        return switch (mode) {
            case IMMEDIATE -> afterQuietHours(now, band);
            case HOURLY ->
                afterQuietHours(
                        now.atZone(zone)
                                .truncatedTo(ChronoUnit.HOURS)
                                .plusHours(1)
                                .toInstant(),
                        band);
            case DAILY -> nextAt(now, now.atZone(zone), 1);
            case WEEKLY -> nextAt(now, now.atZone(zone).with(TemporalAdjusters.nextOrSame(day)), 7);
        };
    }

    /** When a message that is neither an alert nor urgent, and arrives now, is to be sent: not in quiet hours. */
    public Instant awake(Instant now) {
        return afterQuietHours(now, Band.MINOR);
    }

    /** When the day began, for the daily cap, in which this time lies. */
    public Instant dayBegan(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime begin = local.with(at);
        return (begin.isAfter(local) ? local.minusDays(1).with(at) : begin).toInstant();
    }

    /** When what the daily cap holds back now is to be sent. */
    public Instant dayAfter(Instant now) {
        return afterQuietHours(nextAt(now, now.atZone(zone), 1), Band.MINOR);
    }

    // A local time that a change to summer time skips is moved on by the length of the gap; one that comes twice is
    // taken the first time. Both are what ZonedDateTime does.
    private Instant nextAt(Instant now, ZonedDateTime date, int step) {
        ZonedDateTime next = date.with(at);
        return (next.toInstant().isAfter(now) ? next : next.plusDays(step)).toInstant();
    }

    private Instant afterQuietHours(Instant time, Band band) {
        QuietHours quiet = quietHours;
        if (quiet == null || band.atLeast(quiet.overrideBand())) {
            return time;
        }
        ZonedDateTime local = time.atZone(zone);
        if (!quiet.cover(local.toLocalTime())) {
            return time;
        }
        ZonedDateTime end = local.with(quiet.to());
        return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
    }
}
