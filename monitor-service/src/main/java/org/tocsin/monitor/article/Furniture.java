package org.tocsin.monitor.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What stands on a page around a report: navigation, sharing, recommendations, captions, comments, notices. Recognised by
 * the element and by the words that developers name it with; whatever holds a good part of the page's paragraphs is kept,
 * however it is called.
 */
final class Furniture {

    private static final String ALWAYS =
            "script,style,noscript,template,iframe,object,embed,svg,math,canvas,audio,video,form,button,input,select,"
                    + "textarea,nav,footer,aside,figcaption,dialog,menu,[hidden],[aria-hidden=true],"
                    + "[style~=(?i)display\\s*:\\s*none],[role=navigation],[role=complementary],[role=contentinfo],"
                    + "[role=dialog],[role=search],[itemprop=author],[rel=author]";

    private static final Set<String> WORDS = Set.of(
            ("ad ads adbox advert advertisement advertising adsense adslot sponsor sponsored sponsors promo promos promotion"
                            + " promoted outbrain taboola share shares sharing sharebar sharer social socials follow related"
                            + " recommended recommendation recommendations recommends popular trending mostread newsletter"
                            + " newsletters subscribe subscription signup login register paywall donate donation comment"
                            + " comments commenting disqus cookie cookies consent gdpr breadcrumb breadcrumbs sidebar sidebars"
                            + " popup modal overlay toolbar pagination pager nav navbar navigation menu menus footer masthead"
                            + " byline bylines author authors contributor bio caption captions credit credits copyright"
                            + " timestamp dateline tags taglist keywords hashtags rating ratings print printing readmore"
                            + " alsoread readnext seealso hidden invisible skip skiplink disclaimer correction widget teaser"
                            + " teasers carousel gallery slideshow notification toast feedback survey quiz app appstore")
                    .split(" "));

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final int MOST_WORDS = 24;
    /** Of the page's paragraphs; what holds more is no furniture. */
    private static final double GOOD_PART = 0.35;

    private Furniture() {}

    static void removeFrom(Document page) {
        int all = paragraphs(page);
        List<Element> suspects = new ArrayList<>(page.select(ALWAYS));
        for (Element element : page.getAllElements()) {
            if (isNamedSo(element)) {
                suspects.add(element);
            }
        }
        for (Element suspect : suspects) {
            boolean attached = suspect.parent() != null;
            if (attached && !isCentral(suspect) && paragraphs(suspect) <= GOOD_PART * all) {
                suspect.remove();
            }
        }
    }

    private static boolean isCentral(Element element) {
        return element.nameIs("html") || element.nameIs("body") || element.nameIs("main") || element.nameIs("article");
    }

    private static boolean isNamedSo(Element element) {
        String names = element.className() + ' ' + element.id();
        if (names.isBlank()) {
            return false;
        }
        String[] words = BETWEEN_WORDS.split(names, MOST_WORDS);
        for (String word : words) {
            if (WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Letters of text in paragraphs that are not made of links. */
    private static int paragraphs(Element part) {
        int letters = 0;
        for (Element paragraph : part.getElementsByTag("p")) {
            int length = paragraph.text().length();
            int linked = paragraph.getElementsByTag("a").stream()
                    .mapToInt(link -> link.text().length())
                    .sum();
            letters += 2 * linked > length ? 0 : length;
        }
        return letters;
    }
}
