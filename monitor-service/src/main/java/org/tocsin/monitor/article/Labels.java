package org.tocsin.monitor.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes the labels out of a report's blocks: its own title, "read more" and its likes in ten languages, bylines and
 * dates at the beginning, lists of links, and what trails after the last sentence.
 */
final class Labels {

    /** A label is short; a long paragraph that begins with the same words is text. */
    private static final int LONGEST_LABEL = 140;

    private static final int LONGEST_BYLINE = 90;
    private static final int BYLINE_BLOCKS = 6;

    private static final Pattern LABEL = Pattern.compile(
            "^(?:[\\W_]*)(?:(?:read|see|watch|listen|learn|find out|discover)(?: \\w+)? (?:more|also|next|now|on|here)\\b"
                    + "|also read\\b|read:|related\\b|more (?:on|from|about|in|stories|news)\\b|most (?:read|popular)\\b|share\\b"
                    + "|(?:follow|join|like|contact) us\\b|follow \\w+ on\\b|sign up\\b|subscribe\\b|support our\\b|donate\\b"
                    + "|advertisement\\b|sponsored\\b|continue reading\\b|story continues\\b|article continues\\b|scroll down\\b"
                    + "|(?:photo|image|picture|foto|video|file photo|credit)s?(?: by| credit| courtesy)?\\s*[:/©|]"
                    + "|copyright\\b|©|\\(c\\)\\s|all rights reserved|click here\\b|download (?:the|our) app"
                    + "|\\d+ (?:comments?|shares?|kommentare?|commentaires?|comentarios?|yorum)\\b|comments?$|tags?\\s*:|topics?\\s*:"
                    + "|lesen sie (?:auch|mehr)|mehr (?:zum thema|dazu|lesen)|auch interessant|weitere (?:artikel|nachrichten)|anzeige$"
                    + "|teilen$|lire (?:aussi|la suite|également)|à lire\\b|sur le même sujet|partager\\b|publicité$|abonnez-vous"
                    + "|leer (?:más|también)|lea también|te puede interesar|más (?:noticias|información) (?:sobre|en)|compartir\\b"
                    + "|publicidad$|suscríb\\w+|ayrıca (?:bak|oku)|ilgili haber|devamını oku|paylaş\\b|reklam$|abone ol"
                    + "|اقرأ (?:أيضا|المزيد)|مواضيع ذات صلة|شارك\\b|إعلان$|بیشتر بخوانید|مطالب مرتبط|همچنین بخوانید|ادامه مطلب|تبلیغات$"
                    + "|مزید پڑھیں|یہ بھی پڑھیں|متعلقہ خبریں|نور یې ولولئ|نور ولولئ|اړوند)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern BYLINE = Pattern.compile(
            "^(?:by|von|par|por|yazan|muhabir|written by|reporting by|نویسنده|گزارش از|بقلم|تحریر|لیکوال)[\\s:]"
                    + "|^(?:published|updated|last (?:updated|modified)|posted|veröffentlicht|aktualisiert|stand|publié|mis à jour"
                    + "|publicado|actualizado|yayınlan\\w+|güncelle\\w+|تاریخ انتشار|منتشر|نشر في|تاریخ اشاعت)\\b"
                    + "|\\b\\d{1,2}:\\d{2}\\b|\\b(?:19|20)\\d{2}\\b|\\b1[34]\\d{2}/\\d{1,2}|\\d+ min(?:ute)?s?(?: read)?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private Labels() {}

    static List<Block> remove(List<Block> blocks, Set<String> titles) {
        Set<String> shownTitles = titles.stream().map(Labels::key).collect(Collectors.toSet());
        List<Block> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean begun = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean label = isLabel(block)
                    || shownTitles.contains(key(block.text()))
                    || !begun && i < BYLINE_BLOCKS && isByline(block)
                    || isRepeated(block, seen);
            if (!label) {
                kept.add(block);
                begun |= block.isProse();
            }
        }
        return withoutTrail(withoutEmptyHeadings(kept));
    }

    private static boolean isLabel(Block block) {
        boolean item = block.kind() == Block.Kind.ITEM || block.text().length() < LONGEST_LABEL;
        return item && block.mostlyLinks()
                || block.text().length() < LONGEST_LABEL
                        && LABEL.matcher(block.text()).find();
    }

    private static boolean isByline(Block block) {
        return block.text().length() < LONGEST_BYLINE
                && !block.isProse()
                && BYLINE.matcher(block.text()).find();
    }

    /** Pull quotes and standfirsts say again what the text says. */
    private static boolean isRepeated(Block block, Set<String> seen) {
        return !seen.add(key(block.text())) && block.kind() != Block.Kind.ITEM;
    }

    /** A heading whose section was all labels is a label itself. */
    private static List<Block> withoutEmptyHeadings(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            boolean heading = blocks.get(i).kind() == Block.Kind.HEADING;
            boolean empty =
                    heading && (i + 1 == blocks.size() || blocks.get(i + 1).kind() == Block.Kind.HEADING);
            if (!empty) {
                kept.add(blocks.get(i));
            }
        }
        return kept;
    }

    private static List<Block> withoutTrail(List<Block> blocks) {
        int end = blocks.size();
        while (end > 0 && !blocks.get(end - 1).isProse() && blocks.get(end - 1).kind() != Block.Kind.ITEM) {
            end--;
        }
        return end == 0 ? blocks : blocks.subList(0, end);
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
