package org.tocsin.alert.match;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.text.CanonicalText;

/**
 * Peoples named in the words of a text, so that reports on Afghans and on Syrians are told apart in every language. The
 * stems are those of the ten languages' usual names; a people that is not listed is simply not compared.
 */
final class Peoples {

    private static final List<People> ALL = List.of(
            new People("AF", "afghan", "afgan", "افغان"),
            new People("SY", "syrian", "syrer", "syrien", "sirio", "suriyeli", "سوری", "شامی"),
            new People("IQ", "iraqi", "iraki", "iraquí", "irakisch", "عراقی"),
            new People("PK", "pakistani", "پاکستانی", "باکستانی"),
            new People("SO", "somali", "صومال", "سومال"),
            new People("SD", "sudanes", "soudanais", "sudanés", "سودانی"),
            new People("ER", "eritre", "érythré", "اریتر"),
            new People("ET", "ethiopian", "éthiopien", "etíope", "äthiop", "etiyopya", "اثیوبی", "اتیوپ"),
            new People("VE", "venezolan", "venezuel", "vénézuél"),
            new People("HT", "haitian", "haitien", "haïti", "haitiano", "هائیتی", "هاییتی"),
            new People("RH", "rohingya", "روهین", "روهنگ", "arakan"),
            new People("UA", "ukrain", "ucrani", "اوکراین"),
            new People("HN", "hondur"),
            new People("GT", "guatemal"),
            new People("SV", "salvador"),
            new People("MX", "mexican", "mexikan", "mexicain"),
            new People("NI", "nicarag"),
            new People("CU", "cuban", "kuban", "cubain"),
            new People("BD", "bangladesh", "بنگلادش", "بنغلادش"),
            new People("BI", "burundian", "burundais", "burundes", "بوروند"),
            new People("PS", "palestin", "palästin", "filistinli", "فلسطین"),
            new People("YE", "yemeni", "yéménit", "jemenit", "یمنی"),
            new People("CD", "congol", "kongol"),
            new People("MM", "burmese", "myanmar", "birman"),
            new People("KH", "cambodian", "kambodschan", "cambodgien", "camboyan"),
            new People("NP", "nepal", "népal"),
            new People("BY", "belarus", "weißruss", "bieloruss"),
            new People("RU", "russian", "russe", "russisch", "روسی"),
            new People("TJ", "tajik", "tadschik", "tadjik", "تاجیک"),
            new People("UZ", "uzbek", "usbek", "ouzbek", "ازبک"));

    /** A people by the stems of its names. */
    private record People(String code, List<String> stems) {

        People(String code, String... stems) {
            this(code, Stream.of(stems).map(CanonicalText::fold).toList());
        }

        boolean in(String folded) {
            return stems.stream().anyMatch(folded::contains);
        }
    }

    private static final Remembered<Set<String>> READ = new Remembered<>(Peoples::read);

    private Peoples() {}

    static Set<String> in(@Nullable String group) {
        return group == null ? Set.of() : READ.of(group);
    }

    private static Set<String> read(String group) {
        String folded = CanonicalText.fold(group);
        return ALL.stream()
                .filter(people -> people.in(folded))
                .map(People::code)
                .collect(Collectors.toUnmodifiableSet());
    }
}
