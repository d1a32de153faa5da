-- Sources whose silence was told, and nothing else: whoever adds or takes away the row is the one who tells it.
CREATE TABLE source_silence (
    source_id uuid PRIMARY KEY REFERENCES source (id),
    state     text        NOT NULL CHECK (state IN ('QUIET', 'FAILING', 'GONE')),
    since     timestamptz NOT NULL
);
COMMENT ON COLUMN source_silence.since IS 'When it was last heard, as it was told';
