-- Backtests go through the documents in the order of their publication.
CREATE INDEX ix_document_published ON document (published_at, id);

-- The backtests under way; whoever wants one to end deletes its row, on whichever replica it runs.
CREATE TABLE backtest (
    id         uuid PRIMARY KEY,
    rule       text        NOT NULL,
    started_by text        NOT NULL,
    started_at timestamptz NOT NULL
);

-- What people said of the alerts that our signals led to, as alert-service tells it.
CREATE TABLE alert_verdict (
    alert_id     uuid PRIMARY KEY,
    version      bigint  NOT NULL,
    category     text    NOT NULL,
    acknowledged boolean NOT NULL,
    retracted    boolean NOT NULL
);
COMMENT ON COLUMN alert_verdict.acknowledged IS 'Somebody once took the alert for true; closing it does not change that';

CREATE TABLE alert_report (
    alert_id    uuid NOT NULL REFERENCES alert_verdict (alert_id) ON DELETE CASCADE,
    document_id uuid NOT NULL,
    PRIMARY KEY (alert_id, document_id)
);
CREATE INDEX ix_alert_report_document ON alert_report (document_id);
