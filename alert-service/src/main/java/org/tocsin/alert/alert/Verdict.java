package org.tocsin.alert.alert;

/** What people found about an alert; the measure of the rules and sources that raised it. */
public enum Verdict {
    /** Somebody took it up, or closed it as over. */
    CONFIRMED,
    /** Somebody retracted it. */
    FALSE_ALARM
}
