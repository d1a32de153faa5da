package org.tocsin.monitor.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.ibm.icu.util.ULocale;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever state acts, under its name in the language of the report (CLDR), it is read: no name passes for another word. */
class StateNamesTest {

    private static final Instant PUBLISHED = Instant.parse("2025-07-15T06:00:00Z");
    private static final DocumentReader READER = DocumentReader.bundled();

    /** Territories whose authorities are those of another state, and some that nobody lives in. */
    private static final Set<String> NO_STATES = Set.of(
            "GF", "GP", "GU", "MQ", "PR", "RE", "TF", "YT", "AQ", "BV", "HM", "UM", "SJ", "GS", "CC", "CX", "IO", "NF",
            "PN", "TK", "WF", "AS", "BL", "MF", "SX", "BQ", "VI", "VG", "PF", "MP", "NC", "FK", "MS", "AI", "PM", "SH",
            "NU", "CK", "AX");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en    | Police in %s arrested 400 migrants.
                    en    | Border guards of %s shot dead two migrants at the border.
                    en    | %s has closed its border crossings to travellers.
                    fa    | پلیس %s صدها مهاجر را بازداشت کرد.
                    fa-AF | %s ۴۰۰ مهاجر را اخراج کرد.
                    ps    | %s ۴۰۰ کډوال وشړل.
                    ur    | %s نے 400 تارکین وطن کو ملک بدر کر دیا۔
                    ar    | رحّلت %s 400 مهاجر.
                    ar    | أغلقت %s معابرها الحدودية أمام المسافرين.
                    tr    | %s polisi yüzlerce göçmeni gözaltına aldı.
                    tr    | %s sınır kapılarını yolculara kapattı.
                    de    | %s hat 400 Migranten abgeschoben.
                    de    | %s schließt seine Grenzübergänge für Reisende.
                    fr    | %s a expulsé 400 migrants.
                    fr    | %s ferme ses postes-frontières aux voyageurs.
                    es    | %s deportó a 400 migrantes.
                    es    | %s cierra sus pasos fronterizos a los viajeros.
                    """)
    void theStateThatActsIsRead(String language, String sentence) {
        List<String> missed = new ArrayList<>();
        for (String code : Locale.getISOCountries()) {
            String name = ULocale.getDisplayCountry("und_" + code, language).replaceAll("\\s*[(\\[].*?[)\\]]", "");
            if (NO_STATES.contains(code) || name.equals(code) || isWordOfItsOwn(code, language)) {
                continue;
            }
            Reading reading = READER.read(new Report("", String.format(sentence, name), language, PUBLISHED, null));
            if (reading.signals().stream().noneMatch(signal -> code.equals(signal.country()))) {
                missed.add(name + " " + reading.rejected());
            }
        }
        assertThat(missed).isEmpty();
    }

    /** "چک" is a cheque or a check: Persian writes "جمهوری چک" where it is to be understood. */
    private static boolean isWordOfItsOwn(String code, String language) {
        return code.equals("CZ") && language.startsWith("fa");
    }
}
