package org.tocsin.alert.match;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.tocsin.alert.text.CanonicalText;

/**
 * The numbers of title or lead, which count what the report is about; read without grammar, so that they are there in
 * every language and where the figures were not understood.
 */
final class LeadNumbers {

    private static final int LEAST = 13;
    private static final int MAX = 12;
    private static final long GREATEST = 100_000_000L;

    private static final Map<String, Integer> SCALES = Map.ofEntries(
            Map.entry("thousand", 1_000),
            Map.entry("tausend", 1_000),
            Map.entry("mille", 1_000),
            Map.entry("mil", 1_000),
            Map.entry("bin", 1_000),
            Map.entry("هزار", 1_000),
            Map.entry("زره", 1_000),
            Map.entry("الف", 1_000),
            Map.entry("الفا", 1_000),
            Map.entry("الاف", 1_000),
            Map.entry("lakh", 100_000),
            Map.entry("لاکه", 100_000),
            Map.entry("million", 1_000_000),
            Map.entry("millionen", 1_000_000),
            Map.entry("millones", 1_000_000),
            Map.entry("milyon", 1_000_000),
            Map.entry("میلیون", 1_000_000),
            Map.entry("ملیون", 1_000_000));

    /** What is measured, dated or priced is not counted. */
    private static final Set<String> NO_COUNT = Set.of(
            "km",
            "kilometres",
            "kilometre",
            "kilometer",
            "kilometers",
            "kilometros",
            "kilometrelik",
            "کیلومتری",
            "کیلومتر",
            "کلومیتر",
            "per",
            "percent",
            "prozent",
            "por",
            "pour",
            "yuzde",
            "درصد",
            "فیصد",
            "degrees",
            "grad",
            "degres",
            "grados",
            "year",
            "years",
            "ans",
            "anos",
            "jahre",
            "yasindaki",
            "سال",
            "ساله",
            "hours",
            "stunden",
            "heures",
            "horas",
            "saat",
            "ساعت",
            "ساعه",
            "dollars",
            "euro",
            "euros",
            "dollar",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "juin",
            "juillet",
            "juni",
            "juli",
            "junio",
            "julio",
            "de",
            "haziran",
            "temmuz");

    private LeadNumbers() {}

    /** Those of the title, or of the lead of a report whose title counts nothing. */
    static Set<Long> of(String title, String lead) {
        Set<Long> numbers = in(title);
        return numbers.isEmpty() ? in(lead) : numbers;
    }

    private static Set<Long> in(String text) {
        List<String> words = CanonicalText.words(text);
        var numbers = new TreeSet<Long>();
        for (int i = 0; i < words.size() && numbers.size() < MAX; i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (word.length() <= 9 && word.chars().allMatch(c -> c >= '0' && c <= '9') && !NO_COUNT.contains(next)) {
                add(Long.parseLong(word), next, numbers);
            }
        }
        return numbers;
    }

    private static void add(long number, String next, Set<Long> numbers) {
        int scale = SCALES.getOrDefault(next, 1);
        boolean year = scale == 1 && number >= 1390 && number <= 2100 && (number < 1420 || number >= 1990);
        boolean small = scale == 1 && number < LEAST;
        if (!year && !small && number * scale <= GREATEST) {
            numbers.add(number * scale);
        }
    }
}
