-- What the title of an alert is made of, for whoever words it in another language. Alerts get it when they are next
-- assessed; until then their title in English is all there is.
ALTER TABLE alert ADD COLUMN headline jsonb;
