package org.tocsin.monitor.observation;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.platform.problem.ProblemException.FieldError;

/**
 * What became of many observations sent at once.
 *
 * @param added how many were new
 * @param corrected how many have another value now
 * @param repeated how many we had already
 * @param rejected how many lines were not acceptable
 * @param complete whether the file could be read to its end
 * @param signals of the thresholds that were passed
 * @param problems what is wrong with the rejected ones, at most {@value #PROBLEMS_TOLD} of them
 */
record ObservationBatch(
        long added,
        long corrected,
        long repeated,
        long rejected,
        boolean complete,
        List<UUID> signals,
        List<LineProblem> problems) {

    static final int PROBLEMS_TOLD = 1_000;

    ObservationBatch {
        signals = List.copyOf(signals);
        problems = List.copyOf(problems);
    }

    boolean isEmpty() {
        return added + corrected + repeated + rejected == 0;
    }

    /**
     * Why a line was rejected.
     *
     * @param line counted from 1, header included
     */
    @Schema(name = "ObservationLineProblem")
    record LineProblem(long line, int status, String detail, List<FieldError> errors) {}
}
