-- Records owed to Kafka. A row lives from the commit of its cause until the broker has acknowledged it.
CREATE TABLE outbox (
    sequence   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- All records of one key share a lane, and one relay at a time works on a lane: that keeps the order per key.
    lane       smallint    NOT NULL,
    topic      text        NOT NULL,
    record_key text,
    headers    jsonb       NOT NULL,
    value      bytea,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Rows come and go by the thousand: vacuum by number, not by share of the table.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Who works on which lane, and until when unless renewed.
CREATE TABLE outbox_lane (
    lane         smallint    PRIMARY KEY,
    owner        uuid,
    leased_until timestamptz NOT NULL
);

ALTER TABLE outbox_lane SET (fillfactor = 50);

INSERT INTO outbox_lane (lane, leased_until)
SELECT lane, '-infinity' FROM generate_series(0, 7) AS lane;
