-- Sources that a hub pushes to us (WebSub), beside being polled.
CREATE TABLE push_subscription (
    source_id       uuid PRIMARY KEY REFERENCES source (id),
    callback        uuid        NOT NULL UNIQUE,
    hub             text        NOT NULL,
    topic           text        NOT NULL,
    secret          text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('WANTED', 'ACTIVE', 'DENIED')),
    lease_until     timestamptz,
    next_attempt_at timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    last_push_at    timestamptz
);
CREATE INDEX ix_push_subscription_due ON push_subscription (next_attempt_at);
COMMENT ON COLUMN push_subscription.callback IS 'Part of the address that the hub calls; nobody else knows it';
COMMENT ON COLUMN push_subscription.secret IS 'The hub signs with it what it pushes';
