package org.tocsin.monitor.figure;

/** What happened, or is announced to happen, to the people counted. */
public enum Action {
    /** Made to leave the country: deportation, expulsion, removal, pushback, forced return. */
    DEPORTED,
    KILLED,
    INJURED,
    /** Arrested, detained or rounded up. */
    ARRESTED,
    /** Made to leave home: displaced, fled, evicted, uprooted. */
    DISPLACED,
    /** Came back, of their own will or without the text saying that they were forced. */
    RETURNED,
    /** Stuck, stopped at a border or waiting without a way on. */
    STRANDED,
    MISSING,
    /** Brought to safety from a danger. */
    EVACUATED,
    /** Abducted or taken hostage. */
    ABDUCTED,
    /** Lost a status, permit or document: visas revoked, passports confiscated, cards cancelled. */
    DISPOSSESSED,
    /** Concerned in any other way: affected, in need, at risk. */
    AFFECTED
}
