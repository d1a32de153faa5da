package org.tocsin.monitor.figure;

/** What a figure counts. */
public enum Unit {
    PERSON,
    /** Households or families; how many people live in one is for the reader of the figure to assume. */
    HOUSEHOLD
}
