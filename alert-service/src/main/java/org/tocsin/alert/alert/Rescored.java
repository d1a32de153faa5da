package org.tocsin.alert.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.tocsin.alert.score.Band;
import org.tocsin.alert.score.ScoreComponent;

/**
 * What another set of constants makes of an alert.
 *
 * @param bandBefore as the alert has it
 * @param score the parts of the new severity
 * @param openedAt event time of the earliest report
 */
public record Rescored(
        UUID id,
        String title,
        String category,
        Instant openedAt,
        int severityBefore,
        Band bandBefore,
        int severity,
        Band band,
        List<ScoreComponent> score) {}
