package org.tocsin.notify.email;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

import static org.assertj.core.api.Assertions.assertThat;

class DomainPaceTest {

    private static final Instant NOW = Instant.parse("2025-07-14T06:00:00Z");

    private final DomainPace pace = new DomainPace(10, 3);

    @Test
    void afterABurstEachMailGetsATurnOfItsOwn() {
        List<Instant> turns = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            turns.add(pace.turn("example.org", UUID.randomUUID(), NOW).orElse(NOW));
        }
        assertThat(turns).containsExactly(NOW, NOW, NOW, NOW.plusMillis(100), NOW.plusMillis(200));
    }

    @Test
    void aMailKeepsItsTurn() {
        for (int i = 0; i < 3; i++) {
            pace.turn("example.org", UUID.randomUUID(), NOW);
        }
        UUID waiting = UUID.randomUUID();
        Instant turn = pace.turn("example.org", waiting, NOW).orElseThrow();
        assertThat(pace.turn("example.org", waiting, NOW.plusMillis(50))).contains(turn);
        assertThat(pace.turn("example.org", waiting, turn)).isEmpty();
    }

    @Test
    void aClockThatWasSetBackHoldsNothingUp() {
        pace.turn("example.org", UUID.randomUUID(), NOW.plusSeconds(3600));
        assertThat(pace.turn("example.org", UUID.randomUUID(), NOW)).isEmpty();
    }

    @Test
    void oneDomainCostsAnotherNothing() {
        for (int i = 0; i < 100; i++) {
            pace.turn("slow.example", UUID.randomUUID(), NOW);
        }
        assertThat(pace.turn("example.org", UUID.randomUUID(), NOW)).isEmpty();
        assertThat(DomainPace.domainOf("Reader@Example.ORG")).isEqualTo("example.org");
        assertThat(DomainPace.domainOf(null)).isEmpty();
    }

    @Test
    void onlySoManyMailsToOneDomainAreUnderWay() {
        DomainSlots slots = new DomainSlots(2);
        List<UniEmitter<? super String>> started = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            slots.run("example.org", () -> Uni.createFrom().<String>emitter(started::add))
                    .subscribe()
                    .with(ended::add, failure -> ended.add("failed"));
        }
        assertThat(started).hasSize(2);
        started.get(0).fail(new IllegalStateException());
        assertThat(started).hasSize(3);
        started.get(1).complete("one");
        started.get(2).complete("two");
        assertThat(ended).containsExactly("failed", "one", "two");
    }
}
