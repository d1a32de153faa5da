package org.tocsin.monitor.feedback;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.event.Event;
import org.tocsin.platform.event.InvalidEventException;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Remembers what became of alerts and counts it for each rule. */
@ApplicationScoped
class FeedbackService {

    private static final String ALERT_EVENTS = "org.tocsin.alert.";

    private final FeedbackRepository verdicts;
    private final ObjectMapper json;

    FeedbackService(FeedbackRepository verdicts, ObjectMapper json) {
        this.verdicts = verdicts;
        this.json = json;
    }

    /** Handles an event about an alert within the transaction of the intake. */
    void handle(Event event) {
        if (!event.type().startsWith(ALERT_EVENTS)) {
            throw new InvalidEventException("Events of this type are not known here.");
        }
        verdicts.store(AlertVerdict.read(json, event.data()));
    }

    /**
     * Precision per version.
     *
     * @param rule null for all rules
     * @param since counts only signals detected then or later; null for all
     */
    @Transactional
    List<RulePrecision> precision(@Nullable String rule, @Nullable Instant since) {
        return verdicts.precision(rule, since);
    }
}
