-- Where reports come from. A polled source has an address; a pushed one is a party that sends documents itself.
CREATE TABLE source (
    id                    uuid PRIMARY KEY,
    kind                  text        NOT NULL CHECK (kind IN ('POLLED', 'PUSHED')),
    name                  text        NOT NULL,
    url                   text,
    format                text        NOT NULL,
    country               text,
    language              text,
    reliability           text        NOT NULL CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
    owner_group           text,
    poll_interval_seconds integer     NOT NULL CHECK (poll_interval_seconds > 0),
    enabled               boolean     NOT NULL,
    push_key              text,
    created_at            timestamptz NOT NULL,
    updated_at            timestamptz NOT NULL,
    removed_at            timestamptz,
    version               bigint      NOT NULL,
    CONSTRAINT ck_source_url CHECK ((kind = 'POLLED') = (url IS NOT NULL))
);
CREATE UNIQUE INDEX ux_source_url ON source (url) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX ux_source_push_key ON source (push_key) WHERE removed_at IS NULL;
CREATE INDEX ix_source_name ON source (lower(name)) WHERE removed_at IS NULL;

-- How the polling of a source goes: apart from the source, which changes seldom and by people.
CREATE TABLE poll_state (
    source_id       uuid PRIMARY KEY REFERENCES source (id),
    host            text        NOT NULL,
    next_poll_at    timestamptz NOT NULL,
    lease_until     timestamptz,
    lease_token     uuid,
    etag            text,
    last_modified   text,
    last_polled_at  timestamptz,
    last_success_at timestamptz,
    last_new_at     timestamptz,
    failures        integer     NOT NULL DEFAULT 0,
    state           text        NOT NULL DEFAULT 'NEW',
    reason          text        NOT NULL DEFAULT 'Not polled yet.'
);
CREATE INDEX ix_poll_state_due ON poll_state (next_poll_at);
CREATE INDEX ix_poll_state_lease ON poll_state (host) WHERE lease_until IS NOT NULL;
COMMENT ON COLUMN poll_state.lease_token IS 'Who polls it now; a poll that lost its lease must not write its result';

CREATE TABLE document (
    id            uuid PRIMARY KEY,
    source_id     uuid        NOT NULL REFERENCES source (id),
    url           text        NOT NULL,
    canonical_url text        NOT NULL,
    title         text        NOT NULL,
    text          text        NOT NULL,
    language      text,
    published_at  timestamptz NOT NULL,
    received_at   timestamptz NOT NULL,
    fingerprint   bytea       NOT NULL,
    entry_key     bytea
);
CREATE UNIQUE INDEX ux_document_fingerprint ON document (source_id, fingerprint);
CREATE UNIQUE INDEX ux_document_entry_key ON document (source_id, entry_key);
COMMENT ON COLUMN document.fingerprint IS 'Hash of canonical address and text: the same report sent again is the same document';
COMMENT ON COLUMN document.entry_key IS 'Hash of what identifies the entry in its feed: its guid, else its address';
