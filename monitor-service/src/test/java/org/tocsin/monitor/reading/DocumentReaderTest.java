package org.tocsin.monitor.reading;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentReaderTest {

    private static final DocumentReader READER = DocumentReader.bundled();

    private static Reading read(String text) {
        return READER.read(new Report("", text, null, Instant.parse("2025-07-15T06:00:00Z"), null));
    }

    @Test
    void firesOnAMassDeportationAndSaysWhy() {
        Reading reading = read("Iran deported more than 29,000 Afghans in one day through Islam Qala, officials said.");

        assertThat(reading.language()).isEqualTo("en");
        assertThat(reading.signals()).singleElement().satisfies(signal -> {
            assertThat(signal.category()).isEqualTo("MASS_DEPORTATION");
            assertThat(signal.country()).isEqualTo("IR");
            assertThat(signal.places()).extracting(place -> place.name()).containsExactly("Islam Qala");
            assertThat(signal.planned()).isFalse();
            assertThat(signal.evidence().get(0).quote()).isEqualTo("deported more than 29,000 Afghans");
            assertThat(signal.trace().get(0).hits()).hasSize(2);
        });
    }

    @Test
    void marksWhatIsAnnounced() {
        Reading reading = read("Pakistan will deport one million Afghan refugees from September.");

        assertThat(reading.signals()).singleElement().matches(Signal::planned);
    }

    @Test
    void saysWhatTookAMatchBack() {
        Reading reading = read("A court blocked the deportation of 300 migrants.");

        assertThat(reading.signals()).isEmpty();
        assertThat(reading.rejected()).singleElement().satisfies(rejected -> assertThat(rejected.reason())
                .contains("lifted")
                .contains("block~"));
    }
}
