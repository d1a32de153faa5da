package org.tocsin.monitor.source;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.parse.FieldMapping;

/**
 * How a source is read.
 *
 * @param fullArticles whether the page of a report is fetched where the feed has only a teaser
 * @param ignoreRobots whether the publisher has allowed us what robots.txt forbids
 * @param links CSS selector of the links on a web page, or null to find them by their looks
 * @param mapping where an API puts the fields; null for every other format
 */
public record SourceReading(
        SourceFormat format,
        boolean fullArticles,
        boolean ignoreRobots,
        @Nullable String links,
        @Nullable FieldMapping mapping) {

    /** Of a source that says nothing about it. */
    public static final SourceReading AUTO = new SourceReading(SourceFormat.AUTO, false, false, null, null);

    /** Whether the reports are on pages of their own, so that these must be fetched. */
    public boolean wantsArticles() {
        return fullArticles || format == SourceFormat.HTML || format == SourceFormat.SITEMAP;
    }
}
