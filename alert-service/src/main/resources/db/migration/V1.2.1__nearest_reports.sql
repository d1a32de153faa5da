-- The reports of an alert that the matcher looks at are those nearest in time that are no copies; an alert may have
-- hundreds of copies, and reading past them was a fifth of what PostgreSQL did for a match.
CREATE INDEX report_event ON report (alert_id, event_at) WHERE relation <> 'COPY';
