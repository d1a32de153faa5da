package org.tocsin.notify.subscription;

import java.util.Locale;

import org.tocsin.notify.filter.Condition;
import org.tocsin.notify.filter.WordField;

/** Of the silence of which sources a subscriber is told. */
public enum SourceNotices {
    NONE,
    /** Of those that the filter names, wherever it does. */
    OWN,
    /** Of every source: for those who look after them. */
    ALL;

    /**
     * Whether a source is one of them.
     *
     * @param condition the filter of the subscription
     * @param source the source's name; upper and lower case are the same, as in filters
     */
    public boolean cover(Condition condition, String source) {
        return switch (this) {
            case NONE -> false;
            case OWN -> condition.words(WordField.SOURCE).anyMatch(source::equalsIgnoreCase);
            case ALL -> true;
        };
    }

    /** As clients write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
