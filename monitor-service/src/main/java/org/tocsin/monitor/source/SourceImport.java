package org.tocsin.monitor.source;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException.FieldError;

/**
 * What became of a list of sources.
 *
 * @param present how many were there before
 */
record SourceImport(int added, int present, List<Objection> rejected) {

    SourceImport {
        rejected = List.copyOf(rejected);
    }

    /** Why one of them was not added. */
    record Objection(@Nullable String name, List<FieldError> errors) {}
}
