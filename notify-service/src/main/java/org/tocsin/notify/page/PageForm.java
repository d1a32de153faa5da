package org.tocsin.notify.page;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.language.Languages;
import org.tocsin.notify.subscription.Preference;
import org.tocsin.notify.subscription.Schedule;

/** What the form of a page was sent with. A field that makes no sense changes nothing. */
record PageForm(
        @Nullable String action,
        @Nullable String mode,
        @Nullable String at,
        @Nullable String cap,
        @Nullable String language) {

    private static final int MOST_MAILS = 1_000;

    static PageForm of(@Nullable String action) {
        return new PageForm(action, null, null, null, null);
    }

    Preference preference() {
        Schedule.Mode wanted = Arrays.stream(Schedule.Mode.values())
                .filter(one -> one.name().equals(mode))
                .findFirst()
                .orElse(null);
        boolean known = language != null && Languages.TAGS.contains(language);
        boolean noCap = cap != null && cap.isBlank();
        return new Preference(wanted, time(), number(), noCap, known ? language : null);
    }

    private @Nullable LocalTime time() {
        try {
            return at == null ? null : LocalTime.parse(at);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Integer number() {
        if (cap == null || !cap.strip().matches("[0-9]{1,4}")) {
            return null;
        }
        int number = Integer.parseInt(cap.strip());
        return number >= 1 && number <= MOST_MAILS ? number : null;
    }
}
