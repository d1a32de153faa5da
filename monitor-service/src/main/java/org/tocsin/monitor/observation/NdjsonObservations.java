package org.tocsin.monitor.observation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.tocsin.monitor.request.Body;
import org.tocsin.monitor.request.NdjsonLines;
import org.tocsin.platform.problem.ProblemException;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Observations as JSON, one a line. */
final class NdjsonObservations implements Lines {

    /** Of one observation, in bytes. */
    static final int LIMIT = 16 * 1_024;

    private final NdjsonLines lines;
    private final ObjectMapper json;

    NdjsonObservations(InputStream body, ObjectMapper json) {
        this.lines = new NdjsonLines(body, LIMIT);
        this.json = json;
    }

    @Override
    public Optional<Line> next() throws IOException {
        return lines.next().map(this::read);
    }

    private Line read(NdjsonLines.Line line) {
        try {
            byte[] bytes = line.bytes();
            if (bytes == null) {
                throw ProblemException.tooLarge("The line is longer than 16 kB.");
            }
            return new Line.Given(line.number(), Body.json(json, bytes, ObservationRequest.class));
        } catch (ProblemException e) {
            return new Line.Unreadable(line.number(), e.status(), String.valueOf(e.getMessage()), e.errors(), false);
        }
    }
}
