package org.tocsin.monitor.source;

/** The Admiralty scale: how far a source can be relied on, apart from what it says this time. */
public enum Reliability {
    /** Completely reliable. */
    A,
    /** Usually reliable. */
    B,
    /** Fairly reliable. */
    C,
    /** Not usually reliable. */
    D,
    /** Unreliable. */
    E,
    /** Cannot be judged. */
    F
}
