package org.tocsin.monitor.figure;

/** Whether a figure has happened. */
public enum Status {
    ACTUAL,
    /** Announced, ordered, feared or threatened. */
    PLANNED
}
