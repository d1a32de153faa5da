package org.tocsin.monitor.reading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Whatever a source sends, reading it ends soon and never fails. */
class HostileReportTest {

    private static final Instant PUBLISHED = Instant.parse("2025-07-15T06:00:00Z");
    private static final DocumentReader READER = DocumentReader.bundled();
    private static final int LONG = 2_000_000;
    /** Generous: a reading in proportion to the text takes a few seconds, one in its square would take hours. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static Reading read(String title, String text) {
        return READER.read(new Report(title, text, null, PUBLISHED, "AF"));
    }

    @Test
    void readsAnyUnicode() {
        Random random = new Random(20250715);
        String[] words = {
            "deported", "1,234", "ترحيل", "۲۳ هزار", "مهاجر", "sınır dışı", "’", "(", "…", "\uD800", "\u200C"
        };
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int i = 0; i < length; i++) {
                switch (random.nextInt(4)) {
                    case 0 -> text.append(words[random.nextInt(words.length)]);
                    case 1 -> text.append((char) random.nextInt(0x10000));
                    case 2 -> text.appendCodePoint(random.nextInt(0x110000));
                    default -> text.append(' ');
                }
            }
            String report = text.toString();
            int cut = random.nextInt(report.length() + 1);

            assertThat(read(report.substring(0, cut), report.substring(cut)).language())
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Iran deported Afghans ", "deported", "ترحيل اللاجئين ", "مهاجر", "1", "1 000 ", ". ", "("})
    void readsTwoMegabytesOfOneThing(String unit) {
        String text = unit.repeat(LONG / unit.length());

        assertTimeoutPreemptively(
                PATIENCE, () -> assertThat(read("", text).language()).isNotBlank());
    }

    /** Four times the text may take four times as long; sixteen times would be the square. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Iran deported 3,000 Afghans, officials said. ",
                "deport Afghans expel goods ",
                "300 people were arrested in 1999 and ",
                "Kabul Herat Iran Pakistan "
            })
    void takesTimeInProportionToTheText(String unit) {
        String little = unit.repeat(LONG / 4 / unit.length());
        String much = unit.repeat(LONG / unit.length());
        read("", little);

        assertThat((double) cpuTime(much) / cpuTime(little)).isLessThan(9);
    }

    /** The best of three, so that a pause of the machine is nobody's fault. */
    private static long cpuTime(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begun = threads.getCurrentThreadCpuTime();
            read("", text);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - begun);
        }
        return best;
    }
}
