package org.tocsin.monitor.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

/** A feed that is polled or a party that pushes. */
@Entity
@Table(name = "source")
class Source {

    /** How documents get from it to us. */
    enum Kind {
        POLLED,
        PUSHED
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;

    @Nullable
    private String url;

    @Enumerated(EnumType.STRING)
    private SourceFormat format;

    @Nullable
    private String country;

    @Nullable
    private String language;

    @Enumerated(EnumType.STRING)
    private Reliability reliability;

    @Column(name = "owner_group")
    @Nullable
    private String ownerGroup;

    @Column(name = "poll_interval_seconds")
    private int pollIntervalSeconds;

    private boolean enabled;

    @Column(name = "full_articles")
    private boolean fullArticles;

    @Column(name = "ignore_robots")
    private boolean ignoreRobots;

    @Column(name = "link_selector")
    @Nullable
    private String linkSelector;

    @Nullable
    private String mapping;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "removed_at")
    @Nullable
    private Instant removedAt;

    @Version
    private long version;

    protected Source() {}

    /** A new source that is polled. */
    Source(UUID id, SourceDetails details, Instant now) {
        this.id = id;
        this.kind = Kind.POLLED;
        this.createdAt = now;
        change(details, now);
    }

    /** Takes over all that people may change. */
    final void change(SourceDetails details, Instant now) {
        name = details.name();
        url = details.url() == null ? null : details.url().toString();
        read(details.reading());
        country = details.country();
        language = details.language();
        reliability = details.reliability();
        ownerGroup = details.ownerGroup();
        pollIntervalSeconds = Math.toIntExact(details.pollInterval().toSeconds());
        enabled = details.enabled();
        updatedAt = now;
    }

    private void read(SourceReading reading) {
        format = reading.format();
        fullArticles = reading.fullArticles();
        ignoreRobots = reading.ignoreRobots();
        linkSelector = reading.links();
        mapping = MappingJson.write(reading.mapping());
    }

    /** Takes the source out of use for good; its documents still refer to it. */
    void remove(Instant now) {
        enabled = false;
        removedAt = now;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    boolean isPolled() {
        return kind == Kind.POLLED;
    }

    SourceDetails details() {
        return new SourceDetails(
                name,
                url == null ? null : URI.create(url),
                new SourceReading(format, fullArticles, ignoreRobots, linkSelector, MappingJson.read(mapping)),
                country,
                language,
                reliability,
                ownerGroup,
                Duration.ofSeconds(pollIntervalSeconds),
                enabled);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version;
    }
}
