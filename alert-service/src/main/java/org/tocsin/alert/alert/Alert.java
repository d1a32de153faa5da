package org.tocsin.alert.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.figure.ReconciledFigure;
import org.tocsin.alert.score.Band;
import org.tocsin.alert.score.ScoreComponent;
import org.tocsin.alert.score.Urgency;

/** One event in the world. What it says is computed from its reports; what people decide about it is kept apart. */
@Entity
class Alert {

    @Id
    private UUID id;

    /** Counts every change, also those that are not worth a version; makes the ETag. */
    @Version
    private long revision;

    /** Counts the changes that the world is told of. */
    private int version;

    private String category;
    private String family;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] categories;

    private String country;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] countries;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Place> places;

    @Enumerated(EnumType.STRING)
    private AlertStatus status;

    @Enumerated(EnumType.STRING)
    private Band band;

    private int severity;
    private double confidence;

    @Column(name = "confidence_reason")
    private String confidenceReason;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Column(name = "score_version")
    private String scoreVersion;

    private String title;

    @Column(name = "title_edited")
    private boolean titleEdited;

    private String summary;

    /** Null in alerts that were last assessed before it was kept. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    private Headline headline;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ReconciledFigure> figures;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ScoreComponent> score;

    private int reports;
    private int voices;

    @Column(name = "first_event_at")
    private Instant firstEventAt;

    @Column(name = "last_event_at")
    private Instant lastEventAt;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "merged_into")
    @Nullable
    private UUID mergedInto;

    @Enumerated(EnumType.STRING)
    @Nullable
    private Verdict verdict;

    @Column(name = "verdict_reason")
    @Nullable
    private String verdictReason;

    @Column(name = "verdict_at")
    @Nullable
    private Instant verdictAt;

    @Column(name = "search_text")
    private String searchText;

    /** For Hibernate. */
    @SuppressWarnings("NullAway")
    protected Alert() {}

    /** An alert that has nothing to say yet: {@link #assess} comes next. */
    @SuppressWarnings("NullAway")
    Alert(UUID id, String category, String family, String country, Instant openedAt) {
        this.id = id;
        this.category = category;
        this.family = family;
        this.country = country;
        this.status = AlertStatus.OPEN;
        this.openedAt = openedAt;
        this.updatedAt = openedAt;
    }

    /** Takes over what the reports amount to. */
    void assess(Assessment assessment) {
        categories = assessment.categories().toArray(String[]::new);
        countries = assessment.countries().toArray(String[]::new);
        places = assessment.places();
        figures = assessment.figures();
        severity = assessment.score().severity();
        band = assessment.score().band();
        confidence = assessment.score().confidence();
        confidenceReason = assessment.score().confidenceReason();
        urgency = assessment.score().urgency();
        score = assessment.score().components();
        scoreVersion = assessment.score().weightsVersion();
        if (!titleEdited) {
            title = assessment.title();
        }
        summary = assessment.summary();
        headline = assessment.headline();
        reports = assessment.reports();
        voices = assessment.voices();
        firstEventAt = assessment.firstEventAt();
        lastEventAt = assessment.lastEventAt();
        openedAt = firstEventAt;
        Stream<String> edited = titleEdited ? SearchText.query(title).stream() : Stream.empty();
        searchText = Stream.concat(edited, assessment.searchWords().stream()).collect(Collectors.joining(" "));
    }

    /**
     * Goes to another state.
     *
     * @throws IllegalStateException when this state cannot follow the present one
     */
    void become(AlertStatus next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("An alert that is " + status + " cannot become " + next);
        }
        if (status == AlertStatus.RETRACTED) {
            // Whoever or whatever opens it again takes back that it was a false alarm.
            verdict = null;
            verdictReason = null;
            verdictAt = null;
        }
        status = next;
    }

    /** Keeps what a person found about the alert by bringing it to its present state. */
    void judge(String reason, Instant now) {
        Verdict found = status.verdict();
        if (found != null) {
            verdict = found;
            verdictReason = reason;
            verdictAt = now;
        }
    }

    /** Gives the alert a title that no later report changes. */
    void rename(String newTitle) {
        title = newTitle;
        titleEdited = true;
    }

    /** The most telling category of a single document is known only when all its signals are in. */
    void recategorise(String newCategory) {
        category = newCategory;
    }

    /** Ends as a part of another alert. */
    void mergeInto(UUID target) {
        mergedInto = target;
        status = AlertStatus.CLOSED;
    }

    /** Counts a change that the world is told of. */
    void nextVersion(Instant now) {
        version++;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    int version() {
        return version;
    }

    String category() {
        return category;
    }

    String family() {
        return family;
    }

    List<String> categories() {
        return List.of(categories);
    }

    String country() {
        return country;
    }

    List<String> countries() {
        return List.of(countries);
    }

    List<Place> places() {
        return places;
    }

    AlertStatus status() {
        return status;
    }

    Band band() {
        return band;
    }

    int severity() {
        return severity;
    }

    double confidence() {
        return confidence;
    }

    String confidenceReason() {
        return confidenceReason;
    }

    Urgency urgency() {
        return urgency;
    }

    String scoreVersion() {
        return scoreVersion;
    }

    String title() {
        return title;
    }

    String summary() {
        return summary;
    }

    @Nullable
    Headline headline() {
        return headline;
    }

    boolean titleEdited() {
        return titleEdited;
    }

    List<ReconciledFigure> figures() {
        return figures;
    }

    List<ScoreComponent> score() {
        return score;
    }

    int reports() {
        return reports;
    }

    int voices() {
        return voices;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant lastEventAt() {
        return lastEventAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    UUID mergedInto() {
        return mergedInto;
    }
}
