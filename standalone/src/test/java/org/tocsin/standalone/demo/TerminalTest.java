package org.tocsin.standalone.demo;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalTest {

    private final StringWriter out = new StringWriter();
    private final Terminal terminal = new Terminal(new PrintWriter(out), ZoneOffset.UTC, false);

    @Test
    void showsAnAlertInOneLine() {
        terminal.show(arrival("Iranian border guards fire on Afghans near Saravan"));

        assertThat(out.toString().strip())
                .isEqualTo("10:00:00  opened    SEVERE    61  BORDER_SHOOTING         IR       "
                        + "Iranian border guards fire on Afghans near Saravan            e-mail ✓  webhook ✓");
    }

    @Test
    void letsATitleNeitherSteerTheTerminalNorTurnItAround() {
        terminal.show(arrival("a\u001b[2Jb\u202Ec\nd"));

        assertThat(out.toString()).contains(" a[2Jbcd ").hasLineCount(1);
    }

    @Test
    void shortensLongTitlesWithoutCuttingCharacters() {
        terminal.show(arrival("🚨".repeat(100)));

        assertThat(out.toString()).contains("🚨".repeat(59) + "…  e-mail");
    }

    private static Arrival arrival(String title) {
        return new Arrival(
                Instant.parse("2026-02-01T10:00:00Z"),
                "opened",
                "SEVERE",
                61,
                "BORDER_SHOOTING",
                List.of("IR"),
                title,
                true,
                true);
    }
}
