package org.tocsin.alert.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.score.Band;

/** One version of an alert: what changed, why, by whom. Never changed itself. */
@Entity
@Table(name = "alert_version")
class AlertVersion {

    @Id
    private UUID id;

    @Column(name = "alert_id")
    private UUID alertId;

    private int version;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Enumerated(EnumType.STRING)
    private AlertChange.Kind kind;

    private String reason;
    private String actor;

    @Enumerated(EnumType.STRING)
    @Column(name = "previous_band")
    @Nullable
    private Band previousBand;

    @Enumerated(EnumType.STRING)
    private Band band;

    private int severity;

    @Enumerated(EnumType.STRING)
    private AlertStatus status;

    private String title;
    private String summary;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<FieldChange> diff;

    /** The alert as it was then; null in versions from before it was kept. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    private AlertView alert;

    /** Given by {@link VersionRepository#place}. */
    @Column(insertable = false, updatable = false)
    @Nullable
    private Long position;

    /** For Hibernate. */
    @SuppressWarnings("NullAway")
    protected AlertVersion() {}

    AlertVersion(UUID id, AlertView alert, AlertChange change) {
        this.id = id;
        this.alertId = alert.id();
        this.version = alert.version();
        this.changedAt = alert.updatedAt();
        this.kind = change.kind();
        this.reason = change.reason();
        this.actor = change.actor();
        this.previousBand = change.previousBand();
        this.band = alert.band();
        this.severity = alert.severity();
        this.status = alert.status();
        this.title = alert.title();
        this.summary = alert.summary();
        this.diff = change.diff();
        this.alert = alert;
    }

    int version() {
        return version;
    }

    Optional<AlertView> alert() {
        return Optional.ofNullable(alert);
    }

    ToldVersion told() {
        return new ToldVersion(
                Objects.requireNonNull(position), kind, reason, changedAt, Objects.requireNonNull(alert));
    }

    VersionView view() {
        return new VersionView(
                version, changedAt, kind, reason, actor, previousBand, band, severity, status, title, summary, diff);
    }
}
