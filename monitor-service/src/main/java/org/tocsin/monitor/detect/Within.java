package org.tocsin.monitor.detect;

/** How near two concepts must stand to each other. */
public sealed interface Within {

    /** @param count at most so many words apart, in one sentence */
    record Words(int count) implements Within {}

    /** In one sentence, the one before or behind it, or the headline: what a pronoun still refers to. */
    record Nearby() implements Within {}

    /** Anywhere in one sentence. */
    record Sentence() implements Within {}

    /** Anywhere in title and text. */
    record Document() implements Within {}
}
