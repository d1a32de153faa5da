package org.tocsin.benchmarks.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.tocsin.monitor.reading.Report;

/** News reports of 3 KB in all languages, put together from our own sentences; every third one tells of an event. */
final class Reports {

    /** Length of a report in UTF-16 units; more bytes than that where letters are not Latin. */
    static final int LENGTH = 3_072;

    private static final Instant PUBLISHED = Instant.parse("2025-07-15T06:00:00Z");
    private static final int EVENT_EVERY = 3;

    private static final Map<String, List<String>> EVENTS = new LinkedHashMap<>();
    private static final Map<String, List<String>> OTHERS = new LinkedHashMap<>();

    static {
        EVENTS.put(
                "en",
                List.of(
                        "Iran deported more than 29,000 Afghans through Islam Qala on Saturday, officials in Herat"
                                + " said.",
                        "Police in Karachi arrested 1,200 undocumented migrants in a single night."));
        EVENTS.put("fa", List.of("ایران روز شنبه بیش از ۲۹ هزار مهاجر افغان را از مرز اسلام‌قلعه اخراج کرد."));
        EVENTS.put("ps", List.of("ایران په یوه ورځ کې له ۲۹ زره ډېر افغان کډوال د اسلام قلعې له لارې وشړل."));
        EVENTS.put("ur", List.of("ایران نے ایک دن میں 29 ہزار سے زائد افغان مہاجرین کو ملک بدر کر دیا۔"));
        EVENTS.put("ar", List.of("رحّلت إيران أكثر من 29 ألف مهاجر أفغاني عبر معبر إسلام قلعة يوم السبت."));
        EVENTS.put("tr", List.of("İran cumartesi günü 29 binden fazla Afgan göçmeni sınır dışı etti."));
        EVENTS.put("de", List.of("Der Iran hat am Samstag mehr als 29.000 Afghanen über Islam Qala abgeschoben."));
        EVENTS.put("fr", List.of("L'Iran a expulsé samedi plus de 29 000 Afghans par le poste d'Islam Qala."));
        EVENTS.put("es", List.of("Irán deportó el sábado a más de 29.000 afganos por el paso de Islam Qala."));
        OTHERS.put(
                "en",
                List.of(
                        "The harvest of saffron began early this year, and farmers in Khorasan expect good prices.",
                        "The central bank left its key rate at 4.25 percent and expects inflation to ease by autumn.",
                        "Three roads in the mountains of Hakkari were closed for two days after heavy snow.",
                        "A delegation from Berlin met the minister of trade and visited a textile factory.",
                        "The festival showed forty films from twelve countries and sold 18,000 tickets.",
                        "Researchers at the university described how the river changed its course in 1927."));
        OTHERS.put(
                "fa",
                List.of(
                        "برداشت زعفران امسال زودتر آغاز شد و کشاورزان خراسان انتظار قیمت‌های خوبی دارند.",
                        "بانک مرکزی نرخ بهره را در ۴٫۲۵ درصد نگه داشت و می‌گوید تورم تا پاییز کم می‌شود.",
                        "جشنواره چهل فیلم از دوازده کشور نشان داد و ۱۸ هزار بلیت فروخت.",
                        "هیئتی از برلین با وزیر بازرگانی دیدار کرد و از یک کارخانه بازدید نمود."));
        OTHERS.put(
                "ps",
                List.of(
                        "د زعفرانو حاصل سږکال وختي پیل شو او بزګران د ښو بیو هیله لري.",
                        "مرکزي بانک وویل چې د ګټې کچه به تر مني پورې بدلون ونه کړي.",
                        "په جشنواره کې د دولسو هېوادونو څلوېښت فلمونه وښودل شول.",
                        "د برلین یو پلاوی د سوداګرۍ له وزیر سره ولیدل."));
        OTHERS.put(
                "ur",
                List.of(
                        "اس سال زعفران کی فصل جلد شروع ہوئی اور کسانوں کو اچھی قیمتوں کی امید ہے۔",
                        "مرکزی بینک نے شرح سود برقرار رکھی اور کہا کہ مہنگائی خزاں تک کم ہو جائے گی۔",
                        "میلے میں بارہ ملکوں کی چالیس فلمیں دکھائی گئیں اور 18 ہزار ٹکٹ فروخت ہوئے۔",
                        "برلن کے ایک وفد نے وزیر تجارت سے ملاقات کی اور ایک کارخانہ دیکھا۔"));
        OTHERS.put(
                "ar",
                List.of(
                        "بدأ حصاد الزعفران مبكرا هذا العام ويتوقع المزارعون أسعارا جيدة في السوق.",
                        "أبقى البنك المركزي سعر الفائدة دون تغيير وتوقع أن يتراجع التضخم بحلول الخريف.",
                        "عرض المهرجان أربعين فيلما من اثني عشر بلدا وباع 18 ألف تذكرة.",
                        "التقى وفد من برلين وزير التجارة وزار مصنعا للنسيج."));
        OTHERS.put(
                "tr",
                List.of(
                        "Safran hasadı bu yıl erken başladı ve çiftçiler iyi fiyat bekliyor.",
                        "Merkez bankası faizi yüzde 4,25'te tuttu ve enflasyonun sonbaharda düşeceğini söyledi.",
                        "Festivalde on iki ülkeden kırk film gösterildi ve 18 bin bilet satıldı.",
                        "Berlin'den gelen bir heyet ticaret bakanıyla görüştü ve bir fabrikayı gezdi."));
        OTHERS.put(
                "de",
                List.of(
                        "Die Safranernte begann in diesem Jahr früh, und die Bauern rechnen mit guten Preisen.",
                        "Die Zentralbank beließ den Leitzins bei 4,25 Prozent und erwartet bis zum Herbst weniger"
                                + " Inflation.",
                        "Das Festival zeigte vierzig Filme aus zwölf Ländern und verkaufte 18.000 Karten.",
                        "Eine Delegation aus Ankara traf den Handelsminister und besuchte eine Textilfabrik."));
        OTHERS.put(
                "fr",
                List.of(
                        "La récolte du safran a commencé tôt cette année et les paysans espèrent de bons prix.",
                        "La banque centrale a laissé son taux à 4,25 % et attend une baisse de l'inflation à"
                                + " l'automne.",
                        "Le festival a montré quarante films de douze pays et vendu 18 000 billets.",
                        "Une délégation de Berlin a rencontré le ministre du commerce et visité une usine."));
        OTHERS.put(
                "es",
                List.of(
                        "La cosecha del azafrán empezó pronto este año y los campesinos esperan buenos precios.",
                        "El banco central mantuvo el tipo en el 4,25 % y espera menos inflación para el otoño.",
                        "El festival mostró cuarenta películas de doce países y vendió 18.000 entradas.",
                        "Una delegación de Berlín se reunió con la ministra de comercio y visitó una fábrica."));
    }

    private Reports() {}

    /** Repeatable reports, the languages in turn. */
    static List<Report> make(int count) {
        Random random = new Random(7);
        List<String> languages = List.copyOf(OTHERS.keySet());
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String language = languages.get(i % languages.size());
            boolean event = i / languages.size() % EVENT_EVERY == 0;
            reports.add(new Report("", text(language, event, random), null, PUBLISHED, null));
        }
        return reports;
    }

    private static String text(String language, boolean event, Random random) {
        List<String> events = EVENTS.getOrDefault(language, List.of());
        List<String> others = OTHERS.getOrDefault(language, List.of());
        StringBuilder text = new StringBuilder();
        if (event) {
            text.append(events.get(random.nextInt(events.size()))).append(' ');
        }
        while (text.length() < LENGTH) {
            text.append(others.get(random.nextInt(others.size()))).append(random.nextInt(4) == 0 ? "\n\n" : " ");
        }
        return text.substring(0, LENGTH);
    }
}
