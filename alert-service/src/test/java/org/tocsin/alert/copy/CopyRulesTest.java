package org.tocsin.alert.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CopyRulesTest {

    private static final Instant AT = Instant.parse("2025-07-14T06:00:00Z");
    private static final String TEXT =
            "Iran has forced more than 88,000 Afghans over the border at Islam Qala within one week, the United Nations "
                    + "migration agency said on Wednesday. Families arrived on buses with little more than a bag each, "
                    + "many after years of work in Tehran and Isfahan. Aid workers at the crossing said water was "
                    + "running short in the midday heat. The agency asked donors for money to widen the centre.";

    @Test
    void anotherHeadlineBylineAndFooterLeaveItACopy() {
        assertThat(verdict("By Jane Smith\n" + TEXT + "\nSubscribe to our newsletter.", Duration.ofHours(3), false))
                .isInstanceOf(CopyVerdict.Copy.class);
    }

    @Test
    void aTrimmedEndLeavesItACopy() {
        assertThat(verdict(TEXT.substring(0, TEXT.indexOf("Aid workers")), Duration.ofHours(3), false))
                .isInstanceOf(CopyVerdict.Copy.class);
    }

    @Test
    void aTemplateWithOtherNumbersIsNoCopy() {
        assertThat(verdict(TEXT.replace("88,000", "61,500"), Duration.ofDays(7), false))
                .isInstanceOf(CopyVerdict.Template.class);
    }

    @Test
    void aCorrectedNumberSoonAfterIsARevision() {
        assertThat(verdict(TEXT.replace("88,000", "91,500"), Duration.ofHours(5), false))
                .isInstanceOf(CopyVerdict.Revision.class);
    }

    @Test
    void theSameWordsOnOtherFactsAreNoCopy() {
        String elsewhere = TEXT.replace("Islam Qala", "Milak")
                .replace("Tehran and Isfahan", "Kerman")
                .replace("in the midday heat", "for want of fuel");

        assertThat(verdict(elsewhere, Duration.ofHours(3), true)).isInstanceOf(CopyVerdict.Template.class);
    }

    @Test
    void whatIsWhollyInTheOriginalIsACopyWhateverWasReadFromIt() {
        assertThat(verdict(TEXT.substring(0, TEXT.indexOf("Aid workers")), Duration.ofHours(3), true))
                .isInstanceOf(CopyVerdict.Copy.class);
    }

    @Test
    void anotherTextIsDistinct() {
        assertThat(verdict(
                        "The price of fruit rose in Herat on Tuesday, traders at the main market said.",
                        Duration.ZERO,
                        false))
                .isInstanceOf(CopyVerdict.Distinct.class);
    }

    @Test
    void addressesMeetWithoutWhatOnlyTracks() {
        assertThat(Fingerprint.address("https://www.news.example.org/a/b/?utm_source=x&id=7#top"))
                .isEqualTo(Fingerprint.address("http://news.example.org/a/b?id=7"))
                .isNotEqualTo(Fingerprint.address("http://news.example.org/a/b?id=8"));
    }

    @Test
    void copiesShareBandsAndStrangersHardlyDo() {
        Fingerprint text = print(TEXT, AT, "https://a.example.org/1");
        Fingerprint copy = print("By Jane Smith\n" + TEXT, AT, "https://b.example.org/2");

        assertThat(List.of(text.bands())).containsAnyElementsOf(List.of(copy.bands()));
        assertThat(text.bands()).hasSize(MinHash.BANDS);
    }

    private static CopyVerdict verdict(String later, Duration gap, boolean factsDiffer) {
        return CopyRules.compare(
                print(TEXT, AT, "https://a.example.org/1"),
                print(later, AT.plus(gap), "https://b.example.org/2"),
                () -> factsDiffer);
    }

    private static Fingerprint print(String text, Instant at, String url) {
        return Fingerprint.of(UUID.randomUUID(), url, "Headline of " + url, text, at);
    }
}
