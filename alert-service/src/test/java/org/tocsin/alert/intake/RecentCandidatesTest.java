package org.tocsin.alert.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.match.Sighting;
import org.tocsin.alert.match.TextProfile;
import org.tocsin.alert.placement.Candidate;

import static org.assertj.core.api.Assertions.assertThat;

/** A row that was changed is read anew, and memory is bounded. */
class RecentCandidatesTest {

    private final RecentCandidates recent = new RecentCandidates();

    @Test
    void anotherVersionOfARowIsNotKnown() {
        UUID report = UUID.randomUUID();
        Candidate candidate = candidate();
        recent.keep(row(report, "7(0,1)"), candidate);

        assertThat(recent.known(List.of(row(report, "7(0,1)")))).containsEntry(report, candidate);
        assertThat(recent.known(List.of(row(report, "8(0,1)"), row(report, "7(0,2)"))))
                .isEmpty();
    }

    @Test
    void whatWasNotLookedAtLongestGoesFirst() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        Candidate candidate = candidate();
        recent.keep(row(first, ""), candidate);
        recent.keep(row(second, ""), candidate);
        for (int i = 0; i < 10_000; i++) {
            recent.keep(row(UUID.randomUUID(), ""), candidate);
            recent.known(List.of(row(first, "")));
        }

        assertThat(recent.known(List.of(row(first, ""), row(second, "")))).containsOnlyKeys(first);
    }

    private static RecentCandidates.Row row(UUID report, String version) {
        return new RecentCandidates.Row(report, version);
    }

    private static Candidate candidate() {
        UUID document = UUID.randomUUID();
        var sighting = new Sighting(
                new Category("X", "X", "x", Category.Shape.INCIDENT, "x", 1, 0, List.of(), Duration.ofDays(1)),
                Set.of("X"),
                "IR",
                Instant.EPOCH,
                "en",
                List.of(),
                List.of(),
                false,
                "voice",
                TextProfile.decode(new byte[0]));
        var fingerprint = new Fingerprint(document, 0, 0, new int[0], new int[0], Instant.EPOCH);
        return new Candidate(UUID.randomUUID(), document, null, sighting, fingerprint);
    }
}
