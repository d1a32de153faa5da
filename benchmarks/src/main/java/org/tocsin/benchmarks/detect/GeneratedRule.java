package org.tocsin.benchmarks.detect;

import java.util.List;

/** A rule that both engines can express, in words of the light form. */
sealed interface GeneratedRule {

    String id();

    /** One of several phrases. */
    record Phrases(String id, List<List<String>> phrases) implements GeneratedRule {}

    /** Two words of one sentence with at most so many words between them, in either order. */
    record Near(String id, String one, String other, int words) implements GeneratedRule {}

    /** One of some words and one of others anywhere in the document, and a third nowhere in it. */
    record Both(String id, List<String> oneOf, List<String> andOneOf, String not) implements GeneratedRule {}
}
