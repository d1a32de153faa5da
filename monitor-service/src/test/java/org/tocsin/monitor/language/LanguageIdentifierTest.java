package org.tocsin.monitor.language;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageIdentifierTest {

    private static final LanguageIdentifier LANGUAGES = new LanguageIdentifier();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | The authorities said that the families had been taken to the border at night.
            de | Die Behörden teilten mit, dass die Familien in der Nacht zur Grenze gebracht wurden.
            fr | Les autorités ont indiqué que les familles avaient été conduites à la frontière dans la nuit.
            es | Las autoridades informaron de que las familias fueron llevadas a la frontera por la noche.
            tr | Yetkililer, ailelerin gece sınıra götürüldüğünü açıkladı.
            ar | قالت السلطات إن العائلات نُقلت إلى الحدود خلال الليل.
            ur | حکام نے کہا ہے کہ خاندانوں کو رات کے وقت سرحد پر لے جایا گیا۔
            ps | چارواکو وویل چې کورنۍ د شپې پولې ته یووړل شوې.
            fa | مقام‌ها گفتند که خانواده‌ها شبانه به مرز منتقل شده‌اند.
            """)
    void tellsTheLanguages(String language, String text) {
        assertThat(LANGUAGES.identify("", text, null, null)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        ",      AF, fa-AF",
        ",      IR, fa",
        "fa,    AF, fa-AF",
        "fa-AF, IR, fa-AF",
        "prs,   IR, fa-AF",
        "fa-IR, AF, fa",
        "fa_AF, ,   fa-AF"
    })
    void tellsDariFromPersianByTheSource(String declared, String country, String language) {
        assertThat(LANGUAGES.identify("", "مقام‌ها گفتند که خانواده‌ها شبانه به مرز منتقل شده‌اند.", declared, country))
                .isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "ja, 当局は家族が国境に連れて行かれたと発表した。, und",
        "en, 12345 67890, und",
        "en, قالت السلطات إن العائلات نُقلت إلى الحدود, ar"
    })
    void believesTheScriptRatherThanTheSource(String declared, String text, String language) {
        assertThat(LANGUAGES.identify("", text, declared, null)).isEqualTo(language);
    }
}
