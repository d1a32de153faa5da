CREATE TABLE alert (
    id uuid PRIMARY KEY,
    revision bigint NOT NULL,
    version integer NOT NULL,
    category text NOT NULL,
    family text NOT NULL,
    categories text[] NOT NULL,
    country text NOT NULL,
    countries text[] NOT NULL,
    places jsonb NOT NULL,
    status text NOT NULL,
    band text NOT NULL,
    severity integer NOT NULL CHECK (severity BETWEEN 0 AND 100),
    confidence double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    confidence_reason text NOT NULL,
    urgency text NOT NULL,
    score_version text NOT NULL,
    title text NOT NULL,
    title_edited boolean NOT NULL,
    summary text NOT NULL,
    figures jsonb NOT NULL,
    score jsonb NOT NULL,
    reports integer NOT NULL,
    voices integer NOT NULL,
    first_event_at timestamptz NOT NULL,
    last_event_at timestamptz NOT NULL,
    opened_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    merged_into uuid REFERENCES alert (id),
    search_text text NOT NULL,
    -- The application folds letters and drops marks of all ten languages, so the plainest configuration is the best.
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED
);

-- The matcher looks for live events of one country around one time.
CREATE INDEX alert_match ON alert (country, family, last_event_at) WHERE merged_into IS NULL;
CREATE INDEX alert_page ON alert (opened_at DESC, id DESC);
CREATE INDEX alert_updated ON alert (updated_at);
CREATE INDEX alert_search ON alert USING gin (search);
CREATE INDEX alert_countries ON alert USING gin (countries);
CREATE INDEX alert_categories ON alert USING gin (categories);

CREATE TABLE report (
    id uuid PRIMARY KEY,
    alert_id uuid NOT NULL REFERENCES alert (id),
    document_id uuid NOT NULL,
    prominence jsonb NOT NULL,
    country text NOT NULL,
    url text,
    title text NOT NULL,
    source_id text,
    source_name text NOT NULL,
    reliability text NOT NULL,
    owner_group text,
    voice text NOT NULL,
    language text NOT NULL,
    published_at timestamptz NOT NULL,
    event_at timestamptz NOT NULL,
    planned boolean NOT NULL,
    places jsonb NOT NULL,
    figures jsonb NOT NULL,
    quotes jsonb NOT NULL,
    rules text[] NOT NULL,
    relation text NOT NULL,
    reason text NOT NULL,
    probability double precision NOT NULL,
    copy_of uuid,
    attached_at timestamptz NOT NULL,
    UNIQUE (alert_id, document_id)
);

CREATE INDEX report_document ON report (document_id);
CREATE INDEX report_time ON report (alert_id, event_at);

CREATE TABLE alert_version (
    id uuid PRIMARY KEY,
    alert_id uuid NOT NULL REFERENCES alert (id),
    version integer NOT NULL,
    changed_at timestamptz NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL,
    actor text NOT NULL,
    previous_band text,
    band text NOT NULL,
    severity integer NOT NULL,
    status text NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    diff jsonb NOT NULL,
    UNIQUE (alert_id, version)
);

-- What is kept of each text to recognise copies and to compare words; one row for each document with a signal.
CREATE TABLE document_text (
    document_id uuid PRIMARY KEY,
    event_at timestamptz NOT NULL,
    address bigint NOT NULL,
    title bigint NOT NULL,
    bands integer[] NOT NULL,
    shingles bytea NOT NULL,
    numbers bytea NOT NULL,
    profile bytea NOT NULL
);

CREATE INDEX document_address ON document_text (address) WHERE address <> 0;
-- Without the pending list a search costs the same whether or not much was written just before.
CREATE INDEX document_bands ON document_text USING gin (bands) WITH (fastupdate = off);
