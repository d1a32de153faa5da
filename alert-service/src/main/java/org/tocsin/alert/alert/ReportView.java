package org.tocsin.alert.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.fact.Reliability;

/**
 * A report of an alert as the API shows it.
 *
 * @param source name of the outlet
 * @param relation what it adds to the alert
 * @param reason why it belongs to this alert
 * @param probability 0 to 1, how sure that is
 * @param copyOf the document it copies, for copies only
 * @param quotes the words that fired the rules
 */
public record ReportView(
        UUID documentId,
        @Nullable String url,
        String title,
        String source,
        @Nullable String sourceId,
        Reliability reliability,
        @Nullable String ownerGroup,
        String language,
        Instant publishedAt,
        Relation relation,
        String reason,
        double probability,
        @Nullable UUID copyOf,
        List<String> categories,
        List<String> rules,
        List<String> quotes) {

    static ReportView from(Report report) {
        ReportFacts facts = report.facts();
        return new ReportView(
                facts.documentId(),
                facts.url(),
                facts.title(),
                facts.source().name(),
                facts.source().id(),
                facts.source().reliability(),
                facts.source().ownerGroup(),
                facts.language(),
                facts.publishedAt(),
                report.relation(),
                report.reason(),
                Math.round(report.probability() * 100) / 100.0,
                report.copyOf(),
                facts.categories(),
                facts.rules().stream().sorted().toList(),
                facts.quotes());
    }
}
