-- Answers to POST requests that carried an Idempotency-Key.
CREATE TABLE idempotency_key (
    -- SHA-256 over caller, path and key.
    id           bytea       PRIMARY KEY,
    -- SHA-256 over what was sent with it.
    fingerprint  bytea       NOT NULL,
    -- Which request is at it, or was.
    claim        uuid        NOT NULL,
    created_at   timestamptz NOT NULL,
    -- Null while the request is being answered.
    status       int,
    headers      jsonb,
    body         bytea
);

CREATE INDEX idempotency_key_created_at ON idempotency_key USING brin (created_at);
