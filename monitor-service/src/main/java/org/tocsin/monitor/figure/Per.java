package org.tocsin.monitor.figure;

/** The unit of time of a true rate ("3,000 a day"); a count within a named period is not a rate. */
public enum Per {
    DAY,
    WEEK,
    MONTH,
    YEAR
}
