package org.tocsin.alert.feedback;

import java.util.Locale;

/** How long a stretch of time is. */
enum FeedbackPeriod {
    DAY,
    WEEK,
    MONTH;

    /** As PostgreSQL's date_trunc has it. */
    String unit() {
        return name().toLowerCase(Locale.ROOT);
    }
}
