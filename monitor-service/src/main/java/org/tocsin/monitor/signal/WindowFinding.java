package org.tocsin.monitor.signal;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.window.Count;

/**
 * What the reports of some time amount to.
 *
 * @param condition {@code sources} or {@code figure}
 * @param from when the first report of the window was published
 * @param to when the last one was, with which the condition was met
 * @param measure independent sources, or people
 * @param level from which the rule fires
 * @param mentions the reports of the window, the latest ones if there are many
 * @param explanation one sentence
 */
@Schema(name = "WindowFinding")
record WindowFinding(
        String condition,
        Instant from,
        Instant to,
        double measure,
        double level,
        List<Mentioned> mentions,
        String explanation) {

    private static final int MOST_MENTIONS = 50;
    private static final int MOST_NAMES = 5;

    /** A report of the window. */
    @Schema(name = "WindowMention")
    record Mentioned(UUID documentId, String source, Instant publishedAt, @Nullable Long people) {}

    static WindowFinding of(Count.Firing firing) {
        List<Mentioned> all = firing.mentions().stream()
                .map(mention -> new Mentioned(
                        mention.documentId(), mention.sourceName(), mention.publishedAt(), mention.people()))
                .toList();
        return new WindowFinding(
                firing.condition(),
                firing.from(),
                firing.to(),
                firing.measure(),
                firing.level(),
                all.subList(Math.max(0, all.size() - MOST_MENTIONS), all.size()),
                sentence(firing, all));
    }

    private static String sentence(Count.Firing firing, List<Mentioned> mentions) {
        String what =
                number(firing.measure()) + (firing.condition().equals("sources") ? " independent sources" : " people");
        String names = mentions.stream()
                .map(Mentioned::source)
                .distinct()
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        return "%s in %d report%s from %s to %s (%s); the rule fires from %s."
                .formatted(
                        what,
                        mentions.size(),
                        mentions.size() == 1 ? "" : "s",
                        firing.from(),
                        firing.to(),
                        names,
                        number(firing.level()));
    }

    private static String number(double value) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }
}
