package org.tocsin.monitor.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

import static org.assertj.core.api.Assertions.assertThat;

/** Writes numbers in every shape and in words (ICU spells them), and reads them back. */
class NumberGrammarTest {

    private static final FigureReader READER = new FigureReader();
    private static final Instant PUBLISHED = Instant.parse("2025-07-16T08:00:00Z");

    /** A sentence per language that counts the killed. */
    private static final Map<String, String> KILLED = Map.of(
            "en", "%s people were killed.",
            "fa", "%s نفر کشته شدند.",
            "fa-AF", "%s نفر کشته شدند.",
            "ps", "%s کسان مړه شول.",
            "ur", "%s افراد ہلاک ہو گئے۔",
            "ar", "قتل %s شخص.",
            "tr", "%s kişi öldü.",
            "de", "%s Menschen wurden getötet.",
            "fr", "%s personnes ont été tuées.",
            "es", "%s personas murieron.");

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "fa-AF", "ur", "ar", "tr", "de", "fr", "es"})
    void readsSpelledNumbers(String language) {
        ULocale locale = ULocale.forLanguageTag(language);
        RuleBasedNumberFormat speller = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        List<String> wrong = new ArrayList<>();
        List<Long> numbers = numbers();
        for (long number : numbers) {
            String words = speller.format(number).replace("\u00AD", "");
            if (!reads(language, words, number)) {
                wrong.add(number + " = " + words);
            }
        }

        assertThat(wrong).as("of " + numbers.size()).hasSizeLessThanOrEqualTo(numbers.size() / 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "fa-AF", "ps", "ur", "ar", "tr", "de", "fr", "es"})
    void readsDigitsInEveryScriptAndGrouping(String language) {
        List<String> wrong = new ArrayList<>();
        for (long number : numbers()) {
            for (String written : shapes(number)) {
                if (!reads(language, written, number)) {
                    wrong.add(number + " = " + written);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1.3 million | 1300000",
                "en | 2.14 lakh | 214000",
                "en | 9,56,720 | 956720",
                "en | half a million | 500000",
                "en | one and a half million | 1500000",
                "en | a million and a half | 1500000",
                "en | 500k | 500000",
                "en | 61, 000 | 61000",
                "en | twelve hundred | 1200",
                "en | two dozen | 24",
                "es | 1,2 millones de | 1200000",
                "es | 2 mil | 2000",
                "de | 1,3 Mio. | 1300000",
                "de | anderthalb Millionen | 1500000",
                "fr | quatre-vingt-dix-sept | 97",
                "fa | یک میلیون و ۶۰۰ هزار | 1600000",
                "fa | ۱۵ هزار و ۶۷۵ | 15675",
                "fa | ۱/۳ میلیون | 1300000",
                "fa | یک و نیم میلیون | 1500000",
                "ur | 2 ہزار 356 | 2356",
                "ur | 6 لاکھ 15 ہزار | 615000",
                "ur | 2،36،628 | 236628",
                "ur | ڈیڑھ لاکھ | 150000",
                "ar | مليون ونصف | 1500000",
                "ar | مليون ونصف المليون | 1500000",
                "ar | ألفين ومئة | 2100",
                "ar | ألفين ومئة وخمسين | 2150",
                "ar | مليونين و800 ألف | 2800000",
                "ar | مليونا ومئتي ألف | 1200000",
                "ar | مليونا | 2000000",
                "ar | 800 ألف | 800000",
                "tr | bir buçuk milyon | 1500000",
                "ps | ۱۵ زره او ۶۷۵ | 15675",
                "ps | دوه ویشت | 22",
                "ur | اسی | 80",
                "ur | سوا کروڑ | 12500000",
                "de | zwei Dutzend | 24",
            })
    void readsNumbersAsFoundInNews(String language, String written, long number) {
        assertThat(reads(language, written, number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "fa-AF", "ps", "ur", "ar", "tr", "de", "fr", "es"})
    void readsANumberInBracketsAsIfItStoodAlone(String language) {
        List<Long> wrong = numbers().stream()
                .filter(number -> !reads(language, "(" + String.format(Locale.ROOT, "%,d", number) + ")", number))
                .toList();

        assertThat(wrong).isEmpty();
    }

    private static boolean reads(String language, String written, long number) {
        String text = KILLED.get(language).formatted(written);
        List<Figure> figures = READER.read(text, language, PUBLISHED);
        return figures.size() == 1
                && Long.valueOf(number).equals(figures.get(0).value())
                && figures.get(0).action() == Action.KILLED;
    }

    private static List<Long> numbers() {
        List<Long> numbers = new ArrayList<>();
        for (long i = 2; i <= 120; i++) {
            numbers.add(i);
        }
        Random random = new Random(7);
        for (int digits = 3; digits <= 8; digits++) {
            long from = (long) Math.pow(10, digits - 1);
            for (int i = 0; i < 40; i++) {
                long number = from + (long) (random.nextDouble() * from * 9);
                numbers.add(number);
                numbers.add(number / 1000 * 1000 + (number < 1000 ? number % 1000 : 0));
            }
        }
        numbers.removeIf(number -> number < 2 || number >= 1300 && number <= 2100);
        return numbers;
    }

    private static List<String> shapes(long number) {
        List<String> shapes = new ArrayList<>();
        String plain = Long.toString(number);
        shapes.add(plain);
        shapes.add(inScript(plain, '۰'));
        shapes.add(inScript(plain, '٠'));
        if (number >= 1000) {
            String grouped = String.format(Locale.ROOT, "%,d", number);
            for (String separator : List.of(",", ".", " ", "\u00A0", "\u202F", "\u2009", "'", "’", "٬")) {
                shapes.add(grouped.replace(",", separator));
            }
            shapes.add(inScript(grouped.replace(",", "٬"), '۰'));
            shapes.add(NumberFormat.getInstance(ULocale.forLanguageTag("en-IN")).format(number));
        }
        return shapes;
    }

    private static String inScript(String digits, char zero) {
        StringBuilder written = new StringBuilder();
        digits.chars().forEach(c -> written.append(Character.isDigit(c) ? (char) (c - '0' + zero) : (char) c));
        return written.toString();
    }
}
