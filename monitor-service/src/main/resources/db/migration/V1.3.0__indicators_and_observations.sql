-- Series of numbers, and when they alarm.
CREATE TABLE indicator (
    id            text PRIMARY KEY,
    version       bigint      NOT NULL CHECK (version > 0),
    title         text        NOT NULL,
    unit          text        NOT NULL,
    category      text        NOT NULL,
    country       text,
    action        text,
    url           text,
    source_id     uuid        NOT NULL REFERENCES source (id),
    periodicity   text        NOT NULL,
    direction     text        NOT NULL,
    gaps          text        NOT NULL,
    thresholds    json        NOT NULL,
    watch_version bigint      NOT NULL,
    enabled       boolean     NOT NULL,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    updated_by    text        NOT NULL
);
COMMENT ON COLUMN indicator.watch_version IS 'Grows when a change can make another period alarm';

-- An indicator at one place. Whoever changes its observations holds its row.
CREATE TABLE series (
    id            uuid PRIMARY KEY,
    indicator_id  text   NOT NULL REFERENCES indicator (id),
    place         text   NOT NULL,
    place_name    text,
    watch_version bigint NOT NULL,
    CONSTRAINT ux_series UNIQUE (indicator_id, place)
);
COMMENT ON COLUMN series.place IS 'P-code, country code or name; empty for the whole of the indicator';
COMMENT ON COLUMN series.watch_version IS 'The version of the indicator that its crossings were found with';

CREATE TABLE observation (
    id          uuid PRIMARY KEY,
    series_id   uuid        NOT NULL REFERENCES series (id),
    period      bigint      NOT NULL,
    value       double precision,
    revision    integer     NOT NULL CHECK (revision > 0),
    received_at timestamptz NOT NULL,
    CONSTRAINT ux_observation UNIQUE (series_id, period)
);
COMMENT ON COLUMN observation.period IS 'Number of the day, week, month, quarter or year since that of 1970-01-01';
COMMENT ON COLUMN observation.value IS 'Null when it was taken back';

CREATE TABLE observation_revision (
    observation_id uuid        NOT NULL REFERENCES observation (id),
    revision       integer     NOT NULL,
    value          double precision,
    note           text,
    recorded_at    timestamptz NOT NULL,
    recorded_by    text        NOT NULL,
    PRIMARY KEY (observation_id, revision)
);

-- From the firing of a threshold to its release.
CREATE TABLE crossing (
    id           uuid PRIMARY KEY,
    series_id    uuid             NOT NULL REFERENCES series (id),
    threshold    text             NOT NULL,
    fired        bigint           NOT NULL,
    released     bigint,
    level        double precision NOT NULL,
    base         double precision NOT NULL,
    signal_id    uuid,
    withdrawn_at timestamptz
);
CREATE INDEX ix_crossing_series ON crossing (series_id, threshold, fired);
COMMENT ON COLUMN crossing.signal_id IS 'Null when it was found in history that was loaded without signals';
COMMENT ON COLUMN crossing.withdrawn_at IS 'Set when a correction took away what the signal was made of';

-- A signal is made of a document, or of a series.
ALTER TABLE signal ALTER COLUMN document_id DROP NOT NULL;
ALTER TABLE signal ADD COLUMN indicator_id text REFERENCES indicator (id);
ALTER TABLE signal ADD COLUMN indicator json;
ALTER TABLE signal ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE signal ADD CONSTRAINT ck_signal_basis CHECK (document_id IS NOT NULL OR indicator_id IS NOT NULL);
CREATE INDEX ix_signal_indicator ON signal (indicator_id, id) WHERE indicator_id IS NOT NULL;
