package org.tocsin.notify.delivery;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundsTest {

    @Test
    void eachKeyKeepsItsOrderAndComesOnceInARound() {
        assertThat(Rounds.of(List.of("a1", "b1", "a2", "c1", "a3", "b2"), word -> word.charAt(0)))
                .containsExactly(List.of("a1", "b1", "c1"), List.of("a2", "b2"), List.of("a3"));
    }

    @Test
    void ofNothingThereIsNoRound() {
        assertThat(Rounds.of(List.<String>of(), word -> word)).isEmpty();
    }
}
