package org.tocsin.notify.intake;

import jakarta.inject.Singleton;

import org.tocsin.notify.filter.Verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes down why a subscription wants an alert. */
@Singleton
class Reasons {

    private final ObjectMapper json;

    Reasons(ObjectMapper json) {
        this.json = json;
    }

    String write(Verdict verdict) {
        try {
            return json.writeValueAsString(verdict.reasons());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons are plain text", e);
        }
    }
}
