package org.tocsin.notify.language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CleanTextTest {

    @Test
    void makesOneLineWithoutTricks() {
        assertThat(CleanText.line(" a\r\nBcc: x@y\t\u0000b\u2028c ", 100)).isEqualTo("a Bcc: x@y b c");
        assertThat(CleanText.line("safe\u202Efdp.exe\u2066", 100)).isEqualTo("safefdp.exe");
        assertThat(CleanText.line(null, 100)).isEmpty();
    }

    @Test
    void keepsTheJoinersThatPersianNeeds() {
        assertThat(CleanText.line("می\u200Cرود", 100)).isEqualTo("می\u200Cرود");
    }

    @Test
    void cutsWithoutHalvingACharacter() {
        assertThat(CleanText.line("x".repeat(50), 10)).isEqualTo("x".repeat(9) + "…");
        assertThat(CleanText.line("xxxxxxxx\uD83D\uDE00xxxx", 10)).isEqualTo("xxxxxxxx…");
        assertThat(CleanText.line("xxxxxxx\uD83D\uDE00xxxx", 10)).isEqualTo("xxxxxxx\uD83D\uDE00…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "//example.org/x", "/x", "not a url", "http:///x", ""
            })
    void linksOnlyToTheWeb(String url) {
        assertThat(CleanText.link(url)).isEmpty();
    }

    @Test
    void linksToTheWeb() {
        assertThat(CleanText.link("https://example.org/ä?q=1")).contains("https://example.org/%C3%A4?q=1");
    }
}
