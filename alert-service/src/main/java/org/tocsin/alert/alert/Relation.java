package org.tocsin.alert.alert;

/** What a report adds to its alert. */
public enum Relation {
    /** The first report of the event. */
    ORIGINAL,
    /** A text that the alert already has: no voice of its own. */
    COPY,
    /** Another voice. */
    INDEPENDENT,
    /** More from a voice that the alert already has. */
    UPDATE
}
