package org.tocsin.notify.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.notify.email.MailMessages;

import io.quarkus.qute.i18n.Message;

import static org.assertj.core.api.Assertions.assertThat;

/** All texts are there in all languages, with all that they must name. */
class LanguagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    static Stream<Arguments> bundles() throws ClassNotFoundException {
        Class<?> pages = Class.forName("org.tocsin.notify.page.PageMessages");
        return Languages.TAGS.stream()
                .filter(tag -> !tag.equals("en"))
                .flatMap(tag ->
                        Stream.of(Arguments.of("msg", MailMessages.class, tag), Arguments.of("page", pages, tag)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsThereAndNamesWhatItMust(String bundle, Class<?> messages, String tag) throws IOException {
        Properties texts = load("/messages/" + bundle + "_" + tag + ".properties");
        assertThat(texts.stringPropertyNames())
                .isEqualTo(Arrays.stream(messages.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Message.class))
                        .map(Method::getName)
                        .collect(Collectors.toSet()));
        for (Method method : messages.getDeclaredMethods()) {
            Message english = method.getAnnotation(Message.class);
            if (english != null) {
                assertThat(places(texts.getProperty(method.getName())))
                        .as(method.getName())
                        .isEqualTo(places(english.value()));
            }
        }
    }

    @Test
    void everyLanguageNamesTheSameTerms() throws IOException {
        Set<String> keys = load("/terms/terms_de.properties").stringPropertyNames();
        for (String tag : Languages.TAGS) {
            if (!tag.equals("en")) {
                assertThat(load("/terms/terms_" + tag.replace('-', '_') + ".properties")
                                .stringPropertyNames())
                        .as(tag)
                        .isEqualTo(keys);
            }
        }
        assertThat(Terms.of(Locale.forLanguageTag("ps")).category("BORDER_CLOSURE"))
                .isEqualTo("د پولې تړل");
        assertThat(Terms.of(Locale.ENGLISH).category("BORDER_CLOSURE")).isEqualTo("Border closure");
        assertThat(Terms.of(Locale.GERMAN).category("SOMETHING_NEW")).isEqualTo("Something new");
    }

    @ParameterizedTest
    @CsvSource({"fa,fa", "fa-IR,fa", "fa-AF,fa-AF", "prs,fa-AF", "ar-SY,ar", "de-AT,de", "en-GB,en", "ja,en", "zz-ZZ,en"
    })
    void theBestLanguageIsFound(String wanted, String best) {
        assertThat(Languages.best(wanted).toLanguageTag()).isEqualTo(best);
    }

    @ParameterizedTest
    @CsvSource({"en,'29,000',14 Jul 2025", "de,29.000,14.07.2025", "fa,۲۹٬۰۰۰,۲۳ تیر ۱۴۰۴", "fa-AF,۲۹٬۰۰۰,۲۳ سرطان ۱۴۰۴"
    })
    void numbersAndDatesAreThoseOfTheLanguage(String tag, String number, String date) {
        Formats formats = new Formats(Locale.forLanguageTag(tag), ZoneId.of("Asia/Kabul"));
        assertThat(formats.number(29_000)).isEqualTo(number);
        assertThat(formats.date(LocalDate.of(2025, 7, 14))).contains(date.split(" ")[0]);
        assertThat(formats.date(LocalDate.of(2025, 7, 14)).replaceAll("[\\u200e\\u200f]", ""))
                .satisfies(text -> Arrays.stream(date.split(" "))
                        .forEach(part -> assertThat(text).contains(part)));
    }

    @ParameterizedTest
    @CsvSource({
        "en,3 days,9 hours,30 minutes",
        "de,3 Tage,9 Stunden,30 Minuten",
        "fr,3 jours,9 heures,30 minutes",
        "tr,3 gün,9 saat,30 dakika",
        "fa,۳ روز,۹ ساعت,۳۰ دقیقه",
        "fa-AF,۳ روز,۹ ساعت,۳۰ دقیقه",
        "ps,۳ ورځې,۹ ساعته,۳۰ دقیقې",
        "ur,3 دن,9 گھنٹے,30 منٹ",
        "es,3 días,9 horas,30 minutos"
    })
    void durationsAreThoseOfTheLanguage(String tag, String days, String hours, String minutes) {
        Formats formats = new Formats(Locale.forLanguageTag(tag), ZoneId.of("UTC"));
        assertThat(List.of(Duration.ofHours(72), Duration.ofMinutes(570), Duration.ofMinutes(30)))
                .extracting(duration -> formats.duration(duration).replace('\u00a0', ' '))
                .containsExactly(days, hours, minutes);
        assertThat(formats.duration(Duration.ZERO)).isEqualTo(formats.duration(Duration.ofMinutes(1)));
    }

    @Test
    void timesNameTheirZone() {
        Formats formats = new Formats(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
        assertThat(formats.time(Instant.parse("2025-07-14T06:20:00Z"))).contains("8:20");
        assertThat(formats.country("AF")).isEqualTo("Afghanistan");
        assertThat(new Formats(Locale.forLanguageTag("ps"), ZoneId.of("UTC")).country("IR"))
                .isEqualTo("ايران");
    }

    private static Properties load(String resource) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(LanguagesTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }
}
