-- Each version as the world was told of it: CAP messages must not change after they were sent, a reader of the event
-- stream must be able to resume, and two versions must be comparable. Null for versions from before.
ALTER TABLE alert_version ADD COLUMN alert jsonb;

-- The place in the event stream. It is given after the commit: numbers drawn within the transactions would become
-- visible out of order, and a reader who has seen the higher one would never get the lower one.
ALTER TABLE alert_version ADD COLUMN position bigint;
CREATE UNIQUE INDEX alert_version_position ON alert_version (position);
CREATE INDEX alert_version_unplaced ON alert_version (alert_id, version) WHERE position IS NULL AND alert IS NOT NULL;

-- What people found about an alert: CONFIRMED when they took it up or closed it as over, FALSE_ALARM when they
-- retracted it, null while nobody has said.
ALTER TABLE alert ADD COLUMN verdict text;
ALTER TABLE alert ADD COLUMN verdict_reason text;
ALTER TABLE alert ADD COLUMN verdict_at timestamptz;
UPDATE alert SET verdict_at = updated_at, verdict = CASE status WHEN 'RETRACTED' THEN 'FALSE_ALARM' ELSE 'CONFIRMED' END
WHERE status <> 'OPEN' AND merged_into IS NULL;

-- Every set of score constants that was ever used: a version must not mean two things.
CREATE TABLE score_weights (
    version text PRIMARY KEY,
    constants jsonb NOT NULL,
    first_used_at timestamptz NOT NULL
);

-- Where the matcher looks for an alert beside its own family and country, because an editor brought in reports from
-- there: what comes later from there belongs to it as well.
CREATE TABLE alert_adoption (
    family text NOT NULL,
    country text NOT NULL,
    alert_id uuid NOT NULL REFERENCES alert (id),
    PRIMARY KEY (family, country, alert_id)
);
CREATE INDEX alert_adoption_alert ON alert_adoption (alert_id);

-- The longest pause between two signals on each day: the rhythm against which silence is told.
CREATE TABLE pulse (
    day date PRIMARY KEY,
    longest_pause_seconds bigint NOT NULL
);
