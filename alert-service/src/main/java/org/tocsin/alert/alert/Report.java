package org.tocsin.alert.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.fact.Reliability;
import org.tocsin.alert.fact.Source;
import org.tocsin.alert.figure.Figure;

/** A document attached to an alert. */
@Entity
class Report {

    @Id
    private UUID id;

    @Column(name = "alert_id")
    private UUID alertId;

    @Column(name = "document_id")
    private UUID documentId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Double> prominence;

    private String country;

    @Nullable
    private String url;

    private String title;

    @Column(name = "source_id")
    @Nullable
    private String sourceId;

    @Column(name = "source_name")
    private String sourceName;

    @Enumerated(EnumType.STRING)
    private Reliability reliability;

    @Column(name = "owner_group")
    @Nullable
    private String ownerGroup;

    private String voice;
    private String language;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "event_at")
    private Instant eventAt;

    private boolean planned;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Place> places;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Figure> figures;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> quotes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] rules;

    @Enumerated(EnumType.STRING)
    private Relation relation;

    private String reason;
    private double probability;

    @Column(name = "copy_of")
    @Nullable
    private UUID copyOf;

    @Column(name = "attached_at")
    private Instant attachedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway")
    protected Report() {}

    Report(UUID id, UUID alertId, ReportFacts facts, Attachment attachment, Instant attachedAt) {
        this.id = id;
        this.alertId = alertId;
        this.documentId = facts.documentId();
        this.prominence = facts.prominence();
        this.country = facts.country();
        this.url = facts.url();
        this.title = facts.title();
        this.sourceId = facts.source().id();
        this.sourceName = facts.source().name();
        this.reliability = facts.source().reliability();
        this.ownerGroup = facts.source().ownerGroup();
        this.voice = facts.source().voice();
        this.language = facts.language();
        this.publishedAt = facts.publishedAt();
        this.eventAt = facts.eventAt();
        this.planned = facts.planned();
        this.places = facts.places();
        this.figures = facts.figures();
        this.quotes = facts.quotes();
        this.rules = facts.rules().stream().sorted().toArray(String[]::new);
        this.relation = attachment.relation();
        this.reason = attachment.reason();
        this.probability = attachment.probability();
        this.copyOf = attachment.copyOf();
        this.attachedAt = attachedAt;
    }

    /** What the document says, as kept. */
    ReportFacts facts() {
        return new ReportFacts(
                documentId,
                prominence,
                country,
                url,
                title,
                new Source(sourceId, sourceName, reliability, ownerGroup),
                language,
                publishedAt,
                eventAt,
                planned,
                places,
                figures,
                quotes,
                Set.of(rules));
    }

    /** Adds what another signal of the same document says. Returns whether anything was new. */
    boolean enrich(ReportFacts more) {
        boolean changed = false;
        var allCategories = new HashMap<>(prominence);
        more.prominence().forEach((category, value) -> allCategories.merge(category, value, Math::max));
        if (!allCategories.equals(prominence)) {
            prominence = Map.copyOf(allCategories);
            changed = true;
        }
        var allRules = new LinkedHashSet<>(List.of(rules));
        if (allRules.addAll(more.rules())) {
            rules = allRules.stream().sorted().toArray(String[]::new);
        }
        var allFigures = new LinkedHashSet<>(figures);
        if (allFigures.addAll(more.figures())) {
            figures = List.copyOf(allFigures);
            changed = true;
        }
        var allPlaces = new LinkedHashSet<>(places);
        if (allPlaces.addAll(more.places())) {
            places = List.copyOf(allPlaces);
            changed = true;
        }
        var allQuotes = new LinkedHashSet<>(quotes);
        if (allQuotes.addAll(more.quotes())) {
            quotes = new ArrayList<>(allQuotes);
            changed = true;
        }
        if (planned && !more.planned()) {
            planned = false;
            changed = true;
        }
        return changed;
    }

    /** Hands the report over to another alert. */
    void moveTo(UUID target, Attachment attachment) {
        alertId = target;
        relation = attachment.relation();
        reason = attachment.reason();
        copyOf = attachment.copyOf();
    }

    /** Takes the report for a copy of another document. */
    void becomeCopy(UUID original, String because) {
        relation = Relation.COPY;
        reason = because;
        probability = 1;
        copyOf = original;
    }

    UUID id() {
        return id;
    }

    UUID alertId() {
        return alertId;
    }

    UUID documentId() {
        return documentId;
    }

    String voice() {
        return voice;
    }

    Relation relation() {
        return relation;
    }

    String reason() {
        return reason;
    }

    double probability() {
        return probability;
    }

    @Nullable
    UUID copyOf() {
        return copyOf;
    }

    Instant eventAt() {
        return eventAt;
    }
}
