package org.tocsin.notify.delivery;

import org.tocsin.notify.alert.ChangeKind;

/** What is delivered: a version of an alert, by what it changed, or a message of our own. */
public enum DeliveryKind {
    OPENED,
    UPDATED,
    ESCALATED,
    CLOSED,
    RETRACTED,
    /** Asked for by the subscriber to see whether all is well. */
    TEST,
    /** Asks the owner of an address whether the subscription is wanted. */
    CONFIRMATION,
    /** Tells an organisation that something is wrong with a subscription. */
    NOTICE,
    /** Tells that a source fell silent, or is heard again. */
    SOURCE;

    public static DeliveryKind of(ChangeKind kind) {
        return valueOf(kind.name());
    }

    /** Whether it is about an alert. */
    public boolean alert() {
        return ordinal() < TEST.ordinal();
    }
}
