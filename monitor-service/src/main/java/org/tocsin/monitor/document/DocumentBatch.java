package org.tocsin.monitor.document;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.platform.problem.ProblemException.FieldError;

/**
 * What became of many documents sent at once.
 *
 * @param accepted how many are safe with us now
 * @param repeated how many of these we had already
 * @param rejected how many lines were not acceptable
 * @param ids of the accepted ones, in the order of their lines
 * @param problems what is wrong with the rejected ones, at most {@value #PROBLEMS_TOLD} of them
 */
record DocumentBatch(long accepted, long repeated, long rejected, List<UUID> ids, List<LineProblem> problems) {

    static final int PROBLEMS_TOLD = 1_000;

    DocumentBatch {
        ids = List.copyOf(ids);
        problems = List.copyOf(problems);
    }

    /**
     * Why a line was rejected.
     *
     * @param line counted from 1
     */
    @Schema(name = "DocumentLineProblem")
    record LineProblem(long line, int status, String detail, List<FieldError> errors) {}
}
