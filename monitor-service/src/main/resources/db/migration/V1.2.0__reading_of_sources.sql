-- How a source is read, beyond its format.
ALTER TABLE source
    ADD COLUMN full_articles boolean NOT NULL DEFAULT false,
    ADD COLUMN ignore_robots boolean NOT NULL DEFAULT false,
    ADD COLUMN link_selector text,
    ADD COLUMN mapping       text;
COMMENT ON COLUMN source.full_articles IS 'Whether the page of a report is fetched where the feed has only a teaser';
COMMENT ON COLUMN source.ignore_robots IS 'The publisher has allowed us what robots.txt forbids';
COMMENT ON COLUMN source.link_selector IS 'HTML: CSS selector of the links to reports';
COMMENT ON COLUMN source.mapping IS 'JSON API: where the fields are, as JSON of JSON pointers';

-- One answer can be a mistake of the server; several visits that say the same are not.
ALTER TABLE poll_state
    ADD COLUMN moved_to   text,
    ADD COLUMN moved_seen integer NOT NULL DEFAULT 0,
    ADD COLUMN gone_seen  integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN poll_state.moved_seen IS 'Visits in a row that were redirected there for good';
COMMENT ON COLUMN poll_state.gone_seen IS 'Visits in a row that were told that the address is gone';

-- The rhythm of a source is read from when its documents were published.
CREATE INDEX ix_document_source_published ON document (source_id, published_at);
