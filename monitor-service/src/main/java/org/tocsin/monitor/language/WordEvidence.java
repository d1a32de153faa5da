package org.tocsin.monitor.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.text.LetterFold;

/** Small words and letters that only one of our languages has. Cheap, and silent unless the case is clear. */
final class WordEvidence {

    /** So much more than the second best must the best have. */
    private static final int CLEAR = 3;

    private static final Map<String, String> LATIN_WORDS = languages(Map.of(
            "en",
                    "the of and to in that for was were with from by has have had after its their which said been will on at as over more than against us not are",
            "de",
                    "der die das und den von mit dem ist im für auf sich nicht werden wurden wurde nach aus bei sind eine einen",
            "fr", "le la les des du et est une dans que pour au aux par sur avec ont été selon leur cette ces plus",
            "es", "el la los las de y del que una por con para se su al fue han según más sus este esta como",
            "tr", "ve bir bu için ile da de olarak olan daha sonra göre kadar çok edildi oldu ancak yeni"));

    private static final Map<String, String> ARABIC_WORDS = languages(Map.of(
            "fa", "از به که در را این است با برای شد شده شدند می است‌ آن کرد کرده کردند های هم تا خود وی یک",
            "ps", "د په چې له کې او ته دي سره یې دی څخه شوي کړي کړل کړي نه هم وړ پر دغه چی کړ شو شول وو",
            "ur", "کے کی میں سے کو نے ہے اور کا پر ہیں کر کہ گیا گئے تھا تھے گئی ہو کیا رہے رہا",
            "ar", "من في إلى على أن عن التي الذي هذا هذه مع بعد قد كان كانت لم ما بين قال وقال خلال كما"));

    private static final String PASHTO_LETTERS = "ټډړږښڅځېۍګڼ";
    private static final String URDU_LETTERS = "ٹڈڑںہھےۓ";
    private static final String PERSIAN_LETTERS = "پچژگ";

    /** Words that the press of Iran does not use; one is enough. */
    private static final Set<String> DARI = words(
            "ولسوالی ولسوالی‌های پوهنتون شاروالی ویزه ویزه‌ها ویزه‌های ویزهٔ سارنوالی"
                    + " څارنوالی څارنوال سارنوال تذکره تذکره‌های قوماندان قوماندانی عساکر شفاخانه طیاره سرک مرمی پولیس رسانه‌یی"
                    + " عودت‌کننده‌گان برگشت‌کننده‌گان پناهنده‌گان مهاجرینی افغانی‌ستیزی کارته پوسته ستره‌محکمه پناهجوی‌ان"
                    + " رخصتی جرمنی ایالات‌متحده کانادایی هسپانیا اضلاع ملل‌متحد میدان‌هوایی ناروی هالند سویس حکومت‌داری");

    /** Words that Dari prefers; two make it likely. */
    private static final Set<String> RATHER_DARI = words(
            "طالبان مهاجرین عودت‌کنندگان برگشت‌کنندگان حکومت سرپرست همچنان والی"
                    + " ولایت ولایت‌های کمپ تلفات سرحد سرحدات سرحدی پاکستانی قونسلگری سفارت‌خانه امارت کابل هرات ننگرهار قندهار"
                    + " نیمروز تورخم سپین‌بولدک اسلام‌قلعه آماج باشنده باشنده‌گان باشندگان مسوول مسوولان گفته‌است نموده وزارت‌امور");

    private static Map<String, String> languages(Map<String, String> lists) {
        Map<String, String> byWord = new HashMap<>();
        lists.forEach((language, list) -> {
            for (String word : list.split(" ")) {
                // A word of two languages is no evidence.
                byWord.merge(word, language, (one, other) -> one.equals(other) ? one : "");
            }
        });
        return Map.copyOf(byWord);
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).map(LetterFold::fold).collect(Collectors.toUnmodifiableSet());
    }

    @Nullable
    String latin(String probe) {
        return clear(latinVotes(probe));
    }

    @Nullable
    String arabic(String probe) {
        return clear(arabicVotes(probe));
    }

    /** How many small words of each language with Latin letters occur. */
    Map<String, Integer> latinVotes(String probe) {
        Map<String, Integer> votes = new HashMap<>();
        count(probe, LATIN_WORDS, votes);
        return votes;
    }

    /** How many small words and letters of each language with Arabic letters occur. */
    Map<String, Integer> arabicVotes(String probe) {
        Map<String, Integer> votes = new HashMap<>();
        count(probe, ARABIC_WORDS, votes);
        letters(probe, PASHTO_LETTERS, "ps", votes);
        letters(probe, URDU_LETTERS, "ur", votes);
        if (votes.getOrDefault("ps", 0) == 0 && votes.getOrDefault("ur", 0) == 0) {
            letters(probe, PERSIAN_LETTERS, "fa", votes);
        }
        return votes;
    }

    /** Whether the words of a Persian text are rather those of Afghanistan. */
    boolean dari(String foldedProbe) {
        Set<String> likely = new HashSet<>();
        for (String word : foldedProbe.split("[^\\p{L}\\p{N}]+")) {
            if (DARI.contains(word)) {
                return true;
            }
            if (RATHER_DARI.contains(word)) {
                likely.add(word);
            }
        }
        return likely.size() >= 2;
    }

    private static void count(String probe, Map<String, String> words, Map<String, Integer> votes) {
        int begin = -1;
        for (int i = 0; i <= probe.length(); i++) {
            boolean letter = i < probe.length() && Character.isLetter(probe.charAt(i));
            if (letter && begin < 0) {
                begin = i;
            } else if (!letter && begin >= 0) {
                String language = words.getOrDefault(probe.substring(begin, i).toLowerCase(Locale.ROOT), "");
                if (!language.isEmpty()) {
                    votes.merge(language, 1, Integer::sum);
                }
                begin = -1;
            }
        }
    }

    private static void letters(String probe, String letters, String language, Map<String, Integer> votes) {
        int found = 0;
        for (int i = 0; i < probe.length(); i++) {
            if (letters.indexOf(probe.charAt(i)) >= 0) {
                found++;
            }
        }
        if (found > 0) {
            votes.merge(language, found, Integer::sum);
        }
    }

    private static @Nullable String clear(Map<String, Integer> votes) {
        String best = null;
        int most = 0;
        int second = 0;
        for (var vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                second = most;
                most = vote.getValue();
                best = vote.getKey();
            } else {
                second = Math.max(second, vote.getValue());
            }
        }
        return most >= CLEAR && most >= 2 * second + 1 ? best : null;
    }
}
