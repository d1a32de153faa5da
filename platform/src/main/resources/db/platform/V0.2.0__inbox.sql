-- The ids of the events that were handled, in the transaction of their effect.
CREATE TABLE inbox (
    topic       text        NOT NULL,
    event_id    text        NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (topic, event_id)
);

CREATE INDEX inbox_received_at ON inbox USING brin (received_at);

-- Records that could not be handled (or sent): kept until somebody has looked, and replayed on request.
CREATE TABLE dead_letter (
    id            uuid        PRIMARY KEY,
    -- SHA-256 over what tells one bad record from another: the same record failing again is the same row.
    fingerprint   bytea       NOT NULL UNIQUE,
    topic         text        NOT NULL,
    -- Both null for a record of our own that the broker refused.
    partition     int,
    record_offset bigint,
    record_key    text,
    headers       jsonb       NOT NULL,
    value         bytea,
    reason        text        NOT NULL,
    failures      int         NOT NULL DEFAULT 1,
    failed_at     timestamptz NOT NULL,
    replayed_at   timestamptz
);
