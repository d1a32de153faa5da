-- What to look for. The rule itself stands in its versions, which are never changed.
CREATE TABLE rule (
    id          text PRIMARY KEY,
    version     integer NOT NULL,
    origin      text    NOT NULL CHECK (origin IN ('SEED', 'PEOPLE')),
    seed_digest text
);
COMMENT ON COLUMN rule.origin IS 'PEOPLE once somebody has changed it: then new versions of the seed leave it alone';

CREATE TABLE rule_version (
    rule_id    text        NOT NULL REFERENCES rule (id),
    version    integer     NOT NULL CHECK (version > 0),
    enabled    boolean     NOT NULL,
    -- json and not jsonb: people get back what they wrote, in their order.
    definition json        NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL,
    PRIMARY KEY (rule_id, version)
);

-- Grows with every change of any rule; every replica looks at it to notice that its rules are out of date.
CREATE TABLE rule_revision (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    revision  bigint NOT NULL
);
INSERT INTO rule_revision (revision) VALUES (0);

-- What was made of a document.
CREATE TABLE reading (
    document_id uuid PRIMARY KEY REFERENCES document (id),
    language    text        NOT NULL,
    rejected    json        NOT NULL,
    read_at     timestamptz NOT NULL
);

CREATE TABLE signal (
    id           uuid PRIMARY KEY,
    document_id  uuid             NOT NULL REFERENCES document (id),
    kind         text             NOT NULL,
    rule         text             NOT NULL,
    rule_version integer          NOT NULL,
    category     text             NOT NULL,
    country      text,
    planned      boolean          NOT NULL,
    score        double precision NOT NULL,
    places       json             NOT NULL,
    evidence     json             NOT NULL,
    figures      json             NOT NULL,
    trace        json             NOT NULL,
    detected_at  timestamptz      NOT NULL
);
CREATE INDEX ix_signal_document ON signal (document_id);
CREATE INDEX ix_signal_category ON signal (category, id);
CREATE INDEX ix_signal_rule ON signal (rule, id);
