package org.tocsin.notify.filter;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.Band;

/** An alert for the pure tests. */
public final class AlertExamples {

    private AlertExamples() {}

    /** The alert of the frozen example. */
    public static AlertSnapshot iran() {
        return iran(1, Band.SEVERE, 68);
    }

    public static AlertSnapshot iran(int version, Band band, int severity) {
        return iran(UUID.fromString("0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60"), version, band, severity);
    }

    public static AlertSnapshot iran(UUID id, int version, Band band, int severity) {
        return new AlertSnapshot(
                id,
                version,
                "MASS_DEPORTATION",
                "OPEN",
                band,
                severity,
                0.72,
                "Iran expels tens of thousands of Afghans a day",
                "Mass deportation in Iran: at least 29,000 people deported.",
                false,
                new AlertSnapshot.Headline("IR", "Zabol", false, List.of(0)),
                1,
                1,
                List.of("IR"),
                List.of(new AlertSnapshot.Place("Zabol", "IR", "IR29")),
                List.of(
                        figure(29_000L, 29_000L, null, "RECOMMENDED"),
                        figure(1_000_000L, 1_000_000L, 1_000_000L, "SUPERSEDED")),
                List.of(new AlertSnapshot.ScorePart(
                        "category",
                        35,
                        "Mass deportation",
                        new AlertSnapshot.Basis("MASS_DEPORTATION", null, null, null, null, null, List.of(), null))),
                List.of(new AlertSnapshot.Report(
                        null,
                        "https://news.example.org/zabol",
                        "Iran expels tens of thousands of Afghans a day",
                        "Hirmand Daily",
                        "en",
                        null,
                        "ORIGINAL",
                        List.of("Iran expelled more than 29,000 Afghans in one day"))),
                null,
                null);
    }

    static AlertSnapshot.Figure figure(Long value, Long lower, @Nullable Long upper, String role) {
        return new AlertSnapshot.Figure(
                value,
                lower,
                upper,
                "MORE_THAN",
                "PERSON",
                "DEPORTED",
                "Afghans",
                null,
                null,
                null,
                false,
                "ACTUAL",
                role,
                "more than 29,000 Afghans",
                null);
    }
}
