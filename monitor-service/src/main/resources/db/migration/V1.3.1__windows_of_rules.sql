-- Reports that a rule with a window fired on, and when the window did.
CREATE TABLE mention (
    rule         text        NOT NULL REFERENCES rule (id),
    document_id  uuid        NOT NULL REFERENCES document (id),
    country      text        NOT NULL,
    voice        text        NOT NULL,
    source_name  text        NOT NULL,
    text_digest  text        NOT NULL,
    people       bigint,
    published_at timestamptz NOT NULL,
    told         boolean     NOT NULL,
    PRIMARY KEY (rule, document_id)
);
CREATE INDEX ix_mention_window ON mention (rule, country, published_at);
COMMENT ON COLUMN mention.country IS 'Empty when the report does not tell who acts';
COMMENT ON COLUMN mention.voice IS 'Owner group, else source: what counts once';
COMMENT ON COLUMN mention.told IS 'Whether a signal of the report was announced';

CREATE TABLE window_episode (
    id          uuid PRIMARY KEY,
    rule        text             NOT NULL REFERENCES rule (id),
    country     text             NOT NULL,
    condition   text             NOT NULL,
    fired       bigint           NOT NULL,
    released    bigint,
    level       double precision NOT NULL,
    signal_id   uuid             NOT NULL
);
CREATE INDEX ix_window_episode ON window_episode (rule, country, condition, fired);
COMMENT ON COLUMN window_episode.fired IS 'Microseconds since 1970-01-01T00:00:00Z, in event time';

ALTER TABLE signal ADD COLUMN window_finding json;
