package org.tocsin.monitor.observation;

import java.util.List;

import org.tocsin.platform.problem.ProblemException.FieldError;

/** One line of a file of observations. */
sealed interface Line {

    /** Counted from 1, with all lines of the file. */
    long number();

    /** A line that could be read. */
    record Given(long number, ObservationRequest observation) implements Line {}

    /**
     * A line that could not be read.
     *
     * @param last whether the file cannot be read beyond it
     */
    record Unreadable(long number, int status, String detail, List<FieldError> errors, boolean last) implements Line {}
}
