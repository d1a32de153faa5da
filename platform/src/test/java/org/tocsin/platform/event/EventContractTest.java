package org.tocsin.platform.event;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.platform.testing.EventContract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The schemas accept the examples and what is added to them, and refuse what a consumer could not use. */
class EventContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> types() {
        return EventContract.types();
    }

    @Test
    void everyEventOfTheDesignHasAnExample() {
        assertThat(types())
                .containsExactly(
                        "org.tocsin.alert.closed.v1",
                        "org.tocsin.alert.escalated.v1",
                        "org.tocsin.alert.opened.v1",
                        "org.tocsin.alert.retracted.v1",
                        "org.tocsin.alert.updated.v1",
                        "org.tocsin.document.received.v1",
                        "org.tocsin.signal.detected.v1",
                        "org.tocsin.source.resumed.v1",
                        "org.tocsin.source.silent.v1");
    }

    @ParameterizedTest
    @MethodSource("types")
    void anExampleIsValid(String type) {
        assertThat(EventContract.violations(type, EventContract.example(type))).isEmpty();
    }

    @Test
    void aSignalOfASeriesIsValidWithoutADocument() {
        String type = "org.tocsin.signal.detected.v1";

        assertThat(EventContract.violations(type, EventContract.example(type, "series")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFieldMoreDisturbsNobody(String type) {
        ObjectNode event = example(type);
        event.put("addedLater", true);

        assertThat(violations(type, event)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "org.tocsin.document.received.v1, /documentId, \"7\"",
        "org.tocsin.document.received.v1, /publishedAt, \"yesterday\"",
        "org.tocsin.signal.detected.v1, /country, \"Iran\"",
        "org.tocsin.signal.detected.v1, /figures/0/quantifier, \"MANY\"",
        "org.tocsin.signal.detected.v1, /document, null",
        "org.tocsin.alert.opened.v1, /alert/version, 2",
        "org.tocsin.alert.opened.v1, /alert/severity, 101",
        "org.tocsin.alert.opened.v1, /alert/reports/0/relation, \"RELATED\"",
        "org.tocsin.alert.updated.v1, /alert/status, \"CLOSED\"",
        "org.tocsin.alert.escalated.v1, /change/previousBand, null",
        "org.tocsin.alert.closed.v1, /alert/status, \"OPEN\"",
        "org.tocsin.alert.retracted.v1, /change/actor, \"\"",
        "org.tocsin.source.silent.v1, /state, \"OK\"",
        "org.tocsin.source.silent.v1, /usualPause, null",
        "org.tocsin.source.silent.v1, /since, \"yesterday\"",
        "org.tocsin.source.resumed.v1, /state, \"QUIET\"",
        "org.tocsin.source.resumed.v1, /silentSince, null",
    })
    void aWrongValueIsRefused(String type, String pointer, String value) throws JsonProcessingException {
        ObjectNode event = example(type);
        int name = pointer.lastIndexOf('/');
        ((ObjectNode) event.at(pointer.substring(0, name))).set(pointer.substring(name + 1), JSON.readTree(value));

        assertThat(violations(type, event)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aMissingFieldIsRefused(String type) {
        ObjectNode event = example(type);
        event.remove(event.fieldNames().next());

        assertThat(violations(type, event)).isNotEmpty();
    }

    private static ObjectNode example(String type) {
        try {
            return (ObjectNode) JSON.readTree(new String(EventContract.example(type), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> violations(String type, ObjectNode event) {
        return EventContract.violations(type, event.toString().getBytes(StandardCharsets.UTF_8));
    }
}
