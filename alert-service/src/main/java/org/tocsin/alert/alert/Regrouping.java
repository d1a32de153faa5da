package org.tocsin.alert.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What reports are to each other once they have changed their alert: a copy whose text stays behind speaks for itself,
 * and the first of those that are left takes the place of the first report. Pure.
 */
final class Regrouping {

    private Regrouping() {}

    /** The reports of these documents, and the copies of their texts. */
    static List<Report> leaving(List<Report> all, Set<UUID> documents) {
        return all.stream()
                .filter(report -> documents.contains(report.documentId())
                        || (report.copyOf() != null && documents.contains(report.copyOf())))
                .toList();
    }

    /**
     * How each report belongs to its new alert, in the order in which they join. A document that the alert already has
     * is not in the answer.
     *
     * @param present the reports of the new alert, empty when it is opened with these
     * @param reason of whoever moves them
     */
    static Map<Report, Attachment> into(List<Report> present, List<Report> moving, String reason) {
        var members = new ArrayList<Member>();
        present.forEach(report ->
                members.add(new Member(report.documentId(), report.voice(), report.relation() == Relation.COPY)));
        var leaders = new HashMap<UUID, UUID>();
        var attachments = new LinkedHashMap<Report, Attachment>();
        for (Report report : voicesFirst(moving)) {
            if (members.stream().anyMatch(member -> member.documentId().equals(report.documentId()))) {
                continue;
            }
            Attachment attachment = attachment(report, members, leaders, reason);
            attachments.put(report, attachment);
            members.add(new Member(report.documentId(), report.voice(), attachment.relation() == Relation.COPY));
        }
        return attachments;
    }

    /** The report that becomes the first one of those that stay, if the first one left. */
    static List<Report> promoted(List<Report> staying) {
        boolean headless = staying.stream().noneMatch(report -> report.relation() == Relation.ORIGINAL);
        return headless ? voicesFirst(staying).stream().limit(1).toList() : List.of();
    }

    private static Attachment attachment(Report report, List<Member> members, Map<UUID, UUID> leaders, String reason) {
        UUID text = report.copyOf();
        if (text != null) {
            UUID original = leaders.getOrDefault(text, text);
            if (members.stream().anyMatch(member -> member.documentId().equals(original))) {
                return new Attachment(Relation.COPY, reason, report.probability(), original);
            }
            leaders.put(text, report.documentId());
        }
        if (members.isEmpty()) {
            return new Attachment(Relation.ORIGINAL, reason, 1, null);
        }
        boolean known = members.stream()
                .anyMatch(member -> !member.copy() && member.voice().equals(report.voice()));
        Relation relation = known ? Relation.UPDATE : Relation.INDEPENDENT;
        return new Attachment(relation, reason, report.probability(), null);
    }

    private static List<Report> voicesFirst(List<Report> reports) {
        return reports.stream()
                .sorted(Comparator.comparing((Report report) -> report.relation() == Relation.COPY)
                        .thenComparing(Report::eventAt)
                        .thenComparing(Report::documentId))
                .toList();
    }

    private record Member(UUID documentId, String voice, boolean copy) {}
}
