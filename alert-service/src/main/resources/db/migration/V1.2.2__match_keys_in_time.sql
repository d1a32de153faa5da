-- Keys without the fortnight, in order of time: the reports nearest in time that have a key are read from the index, and
-- no more of them, however common the key is. Keys of before cannot be made anew from what is kept; alerts that have
-- only such keys are found as the nearest of their state.
DROP TABLE match_key;

CREATE TABLE match_key (
    key integer NOT NULL,
    event_at timestamptz NOT NULL,
    document_id uuid NOT NULL,
    PRIMARY KEY (key, event_at, document_id)
);
