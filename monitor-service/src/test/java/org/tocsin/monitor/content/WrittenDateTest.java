package org.tocsin.monitor.content;

import java.net.URI;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 14 Jul 2025 06:20:00 GMT | 2025-07-14T06:20:00Z",
                "Mon, 14 Jul 2025 06:20:00 +0430 | 2025-07-14T01:50:00Z",
                "Mon, 14 Jul 2025 06:20 EST | 2025-07-14T11:20:00Z",
                "14 July 2025 06:20:00 +04:30 | 2025-07-14T01:50:00Z",
                "Tues, 9 Sept 2025 1:02:03 UT | 2025-09-09T01:02:03Z",
                "14 Jul 25 06:20 Z | 2025-07-14T06:20:00Z",
                "Mon, 14 Jul 2025 06:20:00 | 2025-07-14T06:20:00Z",
                "Mon, 14 Jul 2025 06:20:00 +0000 (UTC) | 2025-07-14T06:20:00Z",
                "2025-07-14T06:20:00Z | 2025-07-14T06:20:00Z",
                "2025-07-14T06:20:00.123+04:30 | 2025-07-14T01:50:00.123Z",
                "2025-07-14T06:20:00+0430 | 2025-07-14T01:50:00Z",
                "2025-07-14T06:20+04:30 | 2025-07-14T01:50:00Z",
                "2025-07-14 06:20:00 | 2025-07-14T06:20:00Z",
                "2025-07-14 06:20:00 +0430 | 2025-07-14T01:50:00Z",
                "2025-07-14 | 2025-07-14T00:00:00Z",
                "14 July 2025 | 2025-07-14T00:00:00Z",
                "20250714T062000Z | 2025-07-14T06:20:00Z",
                "20250714 | 2025-07-14T00:00:00Z",
                "1752474000 | 2025-07-14T06:20:00Z",
                "1752474000123 | 2025-07-14T06:20:00.123Z",
                "Mon Jul 14 06:20:00 UTC 2025 | 2025-07-14T06:20:00Z",
                "Mon Jul 14 06:20:00 2025 | 2025-07-14T06:20:00Z",
                "Mo, 14 Juli 2025 06:20:00 +0200 | 2025-07-14T04:20:00Z",
                "lun., 14 juil. 2025 06:20:00 +0200 | 2025-07-14T04:20:00Z",
                "14 Temmuz 2025 06:20 +0300 | 2025-07-14T03:20:00Z",
                "14 julio 2025 | 2025-07-14T00:00:00Z",
                "۱۴ ژوئیهٔ ۲۰۲۵ | 2025-07-14T00:00:00Z",
                "2025-07-14T06:20:00+04 | 2025-07-14T02:20:00Z"
            })
    void readsWhatFeedsWrite(String date, Instant expected) {
        assertThat(WrittenDate.parse(date)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "32 Jul 2025 06:20:00 GMT", "2025-13-01T00:00:00Z", "0", "14/7"})
    void saysNothingAboutTheRest(String date) {
        assertThat(WrittenDate.parse(date)).isEmpty();
    }

    @Test
    void findsTheDayInAnAddress() {
        assertThat(WrittenDate.inAddress(URI.create("https://e.org/2025/07/14/report")))
                .contains(Instant.parse("2025-07-14T23:59:59Z"));
        assertThat(WrittenDate.inAddress(URI.create("https://e.org/news/2025-07-14-report")))
                .contains(Instant.parse("2025-07-14T23:59:59Z"));
        assertThat(WrittenDate.inAddress(URI.create("https://e.org/2025/13/14/report")))
                .isEmpty();
        assertThat(WrittenDate.inAddress(URI.create("https://e.org/20251"))).isEmpty();
    }
}
