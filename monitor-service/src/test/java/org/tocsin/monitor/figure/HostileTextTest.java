package org.tocsin.monitor.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the text, the reader answers, in time that grows with its length only. */
class HostileTextTest {

    private static final FigureReader READER = new FigureReader();
    private static final Instant PUBLISHED = Instant.parse("2025-07-16T08:00:00Z");
    private static final int TWO_MEGABYTES = 2_000_000;
    private static final List<String> LANGUAGES = List.of("en", "fa", "ps", "ur", "ar", "tr", "de", "fr", "es", "xx");

    @Test
    void survivesRandomText() {
        Random random = new Random(11);
        List<String> bits = List.of(
                "300",
                "1,",
                "۲۸",
                "٬",
                "million",
                "هزار",
                "و",
                " ",
                "-",
                "killed",
                "اخراج",
                "\n",
                ".",
                "between",
                "and",
                "to",
                "%",
                "$",
                "\u200C",
                "\u202E",
                "\uD83D\uDE00",
                "\uD800",
                "bin",
                "und",
                "zwei",
                "آلاف",
                "لاکھ",
                "July",
                "since",
                "last",
                "week",
                "people",
                "including",
                "(",
                "a",
                "half",
                "'",
                "\u0000",
                "99999999999999999999");
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(
                        random.nextInt(8) == 0
                                ? String.valueOf((char) random.nextInt(0x10000))
                                : bits.get(random.nextInt(bits.size())));
                text.append(random.nextInt(3) == 0 ? "" : " ");
            }
            String language = LANGUAGES.get(round % LANGUAGES.size());
            for (Figure figure : READER.read(text.toString(), language, PUBLISHED)) {
                assertThat(text.substring(figure.start(), figure.end())).isEqualTo(figure.quote());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9",
                "9 ",
                "9,",
                "1-",
                "a",
                "a ",
                "zwei",
                "zwei ",
                "bin ",
                "و ",
                "and ",
                "300 people were killed and ",
                "من ",
                ".",
                "\n",
                "in July 15 ",
                "between 3 and ",
                "\u200C",
                "300 men, ",
                "یک میلیون و "
            })
    void staysLinearInTwoMegabytesWithoutAFullStop(String bit) {
        String text = bit.repeat(TWO_MEGABYTES / bit.length());
        for (String language : List.of("en", "fa", "de", "ar", "tr")) {
            Assertions.assertTimeout(Duration.ofSeconds(10), () -> READER.read(text, language, PUBLISHED));
        }
    }
}
