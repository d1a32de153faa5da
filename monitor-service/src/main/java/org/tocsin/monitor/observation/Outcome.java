package org.tocsin.monitor.observation;

/** What an observation changed. */
enum Outcome {
    ADDED,
    CORRECTED,
    REPEATED
}
