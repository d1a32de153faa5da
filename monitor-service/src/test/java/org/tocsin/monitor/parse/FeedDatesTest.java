package org.tocsin.monitor.parse;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FeedDatesTest {

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
                "14 July 2025 | 2025-07-14T00:00:00Z"
            })
    void readsWhatFeedsWrite(String date, Instant expected) {
        assertThat(FeedDates.parse(date)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "32 Jul 2025 06:20:00 GMT", "2025-13-01T00:00:00Z", "0", "14/7"})
    void saysNothingAboutTheRest(String date) {
        assertThat(FeedDates.parse(date)).isEmpty();
    }
}
