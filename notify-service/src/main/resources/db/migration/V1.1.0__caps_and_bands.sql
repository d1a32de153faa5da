-- What a subscriber was told last is known by the band of that version; null for deliveries from before this migration.
alter table delivery add column band varchar(10);
-- To be sent in one mail with whatever else is due then.
alter table delivery add column gathered boolean not null default false;
-- Waits, or has waited, because of the subscriber's daily cap.
alter table delivery add column capped boolean not null default false;
-- The delivery whose mail told this one too.
alter table delivery add column sent_in uuid;
create index delivery_sent on delivery (subscription_id, finished_at) where status = 'DELIVERED';
create index delivery_capped on delivery (subscription_id) where status = 'PENDING' and capped;
create index delivery_of_alert on delivery (alert_id, subscription_id);
