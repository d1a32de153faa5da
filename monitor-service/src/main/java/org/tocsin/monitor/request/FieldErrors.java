package org.tocsin.monitor.request;

import java.util.ArrayList;
import java.util.List;

import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;

/** Collects what is wrong with the fields of a request, so that the caller is told everything at once. */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    /**
     * Notes an error unless the condition holds.
     *
     * @param pointer RFC 6901 JSON pointer of the field
     * @param detail a sentence that does not echo the value
     */
    public void require(boolean condition, String pointer, String detail) {
        if (!condition) {
            add(pointer, detail);
        }
    }

    public void add(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> list() {
        return List.copyOf(errors);
    }

    /** @throws ProblemException 422 with all errors noted, if there are any */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid("The content is not acceptable; see the errors.", errors);
        }
    }
}
