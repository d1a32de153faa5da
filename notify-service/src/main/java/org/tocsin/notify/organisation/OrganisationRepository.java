package org.tocsin.notify.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.store.Row;
import org.tocsin.notify.store.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

@Singleton
class OrganisationRepository {

    private static final String COLUMNS =
            "select id, name, contacts, revision, created_at, updated_at" + " from organisation ";

    private final Sql sql;
    private final ObjectMapper json;

    OrganisationRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** False when another organisation has that name. */
    boolean insert(Organisation organisation) {
        return sql.update(
                        """
                        insert into organisation (id, name, contacts, revision, created_at, updated_at)
                        values (?, ?, ?::jsonb, ?, ?, ?)
                        on conflict do nothing
                        """,
                        organisation.id(),
                        organisation.name(),
                        contacts(organisation),
                        organisation.revision(),
                        organisation.createdAt(),
                        organisation.updatedAt())
                == 1;
    }

    /** False when it was changed by somebody else since it was read. */
    boolean update(Organisation organisation) {
        return sql.update(
                        """
                        update organisation set name = ?, contacts = ?::jsonb, revision = ?, updated_at = ?
                         where id = ? and revision = ?
                        """,
                        organisation.name(),
                        contacts(organisation),
                        organisation.revision(),
                        organisation.updatedAt(),
                        organisation.id(),
                        organisation.revision() - 1)
                == 1;
    }

    void delete(UUID id) {
        sql.update("delete from organisation where id = ?", id);
    }

    boolean hasSubscriptions(UUID id) {
        return sql.first(
                        "select exists (select 1 from subscription where organisation_id = ?) as found",
                        row -> row.flag("found"),
                        id)
                .orElseThrow();
    }

    Optional<Organisation> find(UUID id) {
        return sql.first(COLUMNS + "where id = ?", this::organisation, id);
    }

    Optional<Organisation> findByName(String name) {
        return sql.first(COLUMNS + "where lower(name) = lower(?)", this::organisation, name);
    }

    /** In the order of their ids, after the given one; only the one named, if one is. */
    List<Organisation> list(@Nullable UUID only, @Nullable UUID after, int limit) {
        return sql.list(
                COLUMNS
                        + """
                        where (?::uuid is null or id = ?) and (?::uuid is null or id > ?)
                        order by id limit ?
                        """,
                this::organisation,
                only,
                only,
                after,
                after,
                limit);
    }

    private Organisation organisation(Row row) {
        return new Organisation(
                row.uuid("id"),
                row.text("name"),
                contacts(row.text("contacts")),
                row.integer("revision"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    private String contacts(Organisation organisation) {
        try {
            return json.writeValueAsString(organisation.contacts());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("contacts are plain text", e);
        }
    }

    private List<Contact> contacts(String text) {
        try {
            return json.readValue(text, new TypeReference<List<Contact>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored contacts cannot be read", e);
        }
    }
}
