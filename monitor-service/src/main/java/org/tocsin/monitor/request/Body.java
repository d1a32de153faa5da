package org.tocsin.monitor.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.tocsin.platform.problem.ProblemException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads request bodies of bounded size. */
public final class Body {

    private Body() {}

    /**
     * Reads the whole body.
     *
     * @param limit in bytes
     * @throws ProblemException 413 when the body is longer
     */
    public static byte[] read(InputStream body, int limit) {
        try {
            byte[] bytes = body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw ProblemException.tooLarge("The body is longer than %,d bytes.".formatted(limit));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses JSON.
     *
     * @throws ProblemException 400 when it is malformed, not an object of this shape, or nothing at all
     */
    public static <T> T json(ObjectMapper mapper, byte[] body, Class<T> type) {
        try {
            T value = mapper.readValue(body, type);
            if (value == null) {
                throw ProblemException.badRequest("The body must be a JSON object, not null.");
            }
            return value;
        } catch (JsonMappingException e) {
            throw ProblemException.badRequest("The JSON does not have the expected shape%s.".formatted(where(e)));
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest("The body is not well-formed JSON%s.".formatted(position(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String where(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/')
                    .append(step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName());
        }
        return pointer.isEmpty() ? "" : " at " + pointer;
    }

    private static String position(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
