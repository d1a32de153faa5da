package org.tocsin.notify.subscription;

import java.time.LocalTime;

import org.jspecify.annotations.Nullable;

/**
 * What a recipient wants to be different; null leaves as it is.
 *
 * @param noCap takes a daily cap away
 */
public record Preference(
        Schedule.@Nullable Mode mode,
        @Nullable LocalTime at,
        @Nullable Integer dailyCap,
        boolean noCap,
        @Nullable String language) {

    Subscription applyTo(Subscription subscription) {
        Schedule schedule = subscription.schedule();
        Integer cap = noCap ? null : dailyCap == null ? schedule.dailyCap() : dailyCap;
        Schedule changed = new Schedule(
                mode == null ? schedule.mode() : mode,
                at == null ? schedule.at() : at,
                schedule.day(),
                schedule.zone(),
                schedule.quietHours(),
                cap);
        return subscription.preferring(changed, language == null ? subscription.language() : language);
    }
}
