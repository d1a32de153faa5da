-- Places, names and numbers of a report, each with its fortnight: what finds the reports of one event among many
-- alerts. Narrow, so that the index alone answers; copies add nothing and are left out.
CREATE TABLE match_key (
    key integer NOT NULL,
    document_id uuid NOT NULL,
    event_at timestamptz NOT NULL,
    PRIMARY KEY (key, document_id) INCLUDE (event_at)
);

-- What is kept of a text has changed; texts from before are found by their bands only.
UPDATE document_text SET profile = '\x';

-- The nearest alerts of a country, in either direction of time. The family no longer sets events apart by itself.
DROP INDEX alert_match;
CREATE INDEX alert_match ON alert (country, last_event_at) WHERE merged_into IS NULL;
