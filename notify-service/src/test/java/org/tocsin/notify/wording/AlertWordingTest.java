package org.tocsin.notify.wording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.notify.alert.AlertSnapshot.Figure;
import org.tocsin.notify.alert.ChangeCause;
import org.tocsin.notify.language.Formats;
import org.tocsin.notify.language.Phrases;
import org.tocsin.notify.language.Terms;

import static org.assertj.core.api.Assertions.assertThat;

class AlertWordingTest {

    private static final Pattern VALUE =
            Pattern.compile("\\{(n|amount|who|what|from|action|country|place|names|count|source"
                    + "|sources|reports|time|growth|note)[,}]");

    @ParameterizedTest
    @ValueSource(strings = {"fa", "fa_AF", "ps", "ur", "ar", "tr", "de", "fr", "es"})
    void everyLanguageSaysTheSameAndNothingElse(String suffix) throws IOException {
        Properties english = load("");
        Properties texts = load("_" + suffix);
        assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            assertThat(text)
                    .as(key)
                    .doesNotContain("'")
                    .isNotEqualTo(sameInBoth(key) ? null : english.getProperty(key));
            Set<String> wanted = values(english.getProperty(key));
            // Whether a language has forms for numbers, and writes out "one", is its own matter.
            wanted.removeAll(Set.of("n"));
            Set<String> found = values(text);
            found.removeAll(Set.of("n"));
            assertThat(found).as(key).isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en,1,at least 1 person",
        "en,4,at least 4 people",
        "de,1,mindestens 1 Mensch",
        "de,1200,mindestens 1.200 Menschen",
        "fr,1,au moins 1 personne",
        "es,4,al menos 4 personas",
        "tr,4,en az 4 kişi",
        "fa,4,دست‌کم ۴ نفر",
        "fa-AF,4,حداقل ۴ نفر",
        "ps,4,لږ تر لږه ۴ کسان",
        "ur,1,کم از کم 1 فرد",
        "ur,4,کم از کم 4 افراد",
        "ar,1,ما لا يقل عن شخص واحد",
        "ar,4,ما لا يقل عن ٤ أشخاص",
        "ar,14,ما لا يقل عن ١٤ شخصًا",
        "ar,100,ما لا يقل عن ١٠٠ شخص",
    })
    void atLeastIsSaidInTheFormsOfTheLanguage(String tag, long number, String text) {
        assertThat(figures(tag).size(figure(number, number, null, "PERSON", "MORE_THAN")))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "en,'about 3 households displaced each day as announced'",
        "de,'pro Tag etwa 3 Haushalte vertrieben (angekündigt)'",
        "fr,'environ 3 ménages déplacés par jour (annoncé)'",
        "es,'aproximadamente 3 hogares desplazados al día (anunciado)'",
        "tr,'günde yaklaşık 3 hanenin yerinden edilmesi (duyuruldu)'",
        "ps,'هره ورځ د شاوخوا ۳ کورنیو بې‌ځایه کېدل (اعلان شوی)'",
    })
    void whatHappensKeepsItsRateAndThatItIsAPlan(String tag, String text) {
        Figure figure = new Figure(
                3L,
                3L,
                3L,
                "APPROXIMATELY",
                "HOUSEHOLD",
                "DISPLACED",
                null,
                "DAY",
                null,
                null,
                false,
                "PLANNED",
                "RECOMMENDED",
                null,
                null);
        assertThat(figures(tag).phrase(figure)).isEqualTo(text);
    }

    @Test
    void rangesAndOpenEndsAreSaid() {
        FigureWording english = figures("en");
        assertThat(english.size(figure(null, 20_000L, 99_999L, "PERSON", "EXACT")))
                .isEqualTo("20,000 to 99,999 people");
        assertThat(english.size(figure(null, 200L, null, "PERSON", "EXACT"))).isEqualTo("at least 200 people");
        assertThat(english.size(figure(null, null, 200L, "PERSON", "EXACT"))).isEqualTo("up to 200 people");
        assertThat(english.size(figure(40L, null, 40L, "PERSON", "LESS_THAN"))).isEqualTo("up to 40 people");
        assertThat(english.size(figure(null, null, null, "PERSON", "EXACT"))).isEmpty();
    }

    @Test
    void foreignNamesAreKeptApart() {
        var cause = new ChangeCause("INDEPENDENT_REPORT", true, "Hirmand Daily", "Seen twice");
        assertThat(new AlertWording(formats("fa")).cause(cause))
                .isEqualTo("دوباره باز شد. گزارش مستقل از \u2068Hirmand Daily\u2069: \u2068Seen twice\u2069");
        assertThat(new AlertWording(formats("en")).cause(new ChangeCause("COPY", false, "هشت صبح", null)))
                .isEqualTo("Copy by \u2068هشت صبح\u2069");
        assertThat(new AlertWording(formats("en")).cause(new ChangeCause("SOMETHING_NEW", false, null, null)))
                .isEqualTo("Something new");
    }

    /** Patterns without words of their own. */
    private static boolean sameInBoth(String key) {
        return Set.of("headline", "placed", "noted", "did.other", "range").contains(key);
    }

    private static Figure figure(
            @Nullable Long value, @Nullable Long lower, @Nullable Long upper, String unit, String quantifier) {
        return new Figure(
                value,
                lower,
                upper,
                quantifier,
                unit,
                "DEPORTED",
                null,
                null,
                null,
                null,
                false,
                "ACTUAL",
                "RECOMMENDED",
                null,
                null);
    }

    private static FigureWording figures(String tag) {
        Formats formats = formats(tag);
        return new FigureWording(formats, Phrases.of(formats.locale()), Terms.of(formats.locale()));
    }

    private static Formats formats(String tag) {
        return new Formats(Locale.forLanguageTag(tag), ZoneId.of("UTC"));
    }

    private static Properties load(String suffix) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                AlertWordingTest.class.getResourceAsStream("/phrases/phrases" + suffix + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> values(String text) {
        Set<String> values = new TreeSet<>();
        Matcher matcher = VALUE.matcher(text);
        while (matcher.find()) {
            values.add(matcher.group(1));
        }
        return values;
    }
}
