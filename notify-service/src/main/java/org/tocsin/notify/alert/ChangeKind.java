package org.tocsin.notify.alert;

import java.util.Locale;

/** What happened to an alert in one of its versions. */
public enum ChangeKind {
    OPENED,
    UPDATED,
    ESCALATED,
    CLOSED,
    RETRACTED;

    private static final String PREFIX = "org.tocsin.alert.";
    private static final String SUFFIX = ".v1";

    /** Reads {@code org.tocsin.alert.opened.v1} and its siblings; throws IllegalArgumentException for another type. */
    public static ChangeKind ofEventType(String type) {
        for (ChangeKind kind : values()) {
            if (type.equals(PREFIX + kind.word() + SUFFIX)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("not a type of alert event");
    }

    /** The type of the event that such a version comes with. */
    public String eventType() {
        return PREFIX + word() + SUFFIX;
    }

    /** The {@code type} of the webhook body. */
    public String webhookType() {
        return "alert." + word();
    }

    /** Whether it is always told at once and by itself: never folded, capped or put off. */
    public boolean urgent() {
        return this == ESCALATED || this == RETRACTED;
    }

    /** Whether it ends an alert, which everybody who was told of the alert is told too. */
    public boolean ending() {
        return this == CLOSED || this == RETRACTED;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
