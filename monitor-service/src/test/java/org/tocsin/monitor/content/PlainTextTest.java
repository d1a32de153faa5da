package org.tocsin.monitor.content;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTest {

    @Test
    void removesWhatPostgresAndJsonCannotCarry() {
        assertThat(PlainText.clean("a\u0000b\u0007c\uD83Dd\uDE00e")).isEqualTo("abc\uFFFDd\uFFFDe");
    }

    @Test
    void keepsWellFormedTextAsItIs() {
        String text = "می\u200Cروند \u202Bto the border\u202C 😀\n\tend";

        assertThat(PlainText.clean(text)).isSameAs(text);
    }

    @Test
    void writesLineEndsOneWay() {
        assertThat(PlainText.clean("a\r\nb\rc")).isEqualTo("a\nb\nc");
    }

    @Test
    void neverCutsACharacterInHalf() {
        assertThat(PlainText.head("ab😀", 3)).isEqualTo("ab");
        assertThat(PlainText.head("ab😀", 4)).isEqualTo("ab😀");
    }

    @Test
    void makesOneLine() {
        assertThat(PlainText.line("  Iran \n\t expels\r\n Afghans ")).isEqualTo("Iran expels Afghans");
    }
}
