package org.tocsin.notify.filter;

/** The fields of an alert whose values are words. An alert can have several values of each. */
public enum WordField {
    CATEGORY,
    COUNTRY,
    /** By name or by P-code. */
    PLACE,
    /** Names of the sources of its reports. */
    SOURCE,
    /** Languages of its reports, BCP 47. */
    LANGUAGE
}
