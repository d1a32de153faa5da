-- Bounces and complaints that were understood; the digest of the message keeps one from being taken twice.
create table mail_report (
    digest      bytea       primary key,
    received_at timestamptz not null,
    kind        varchar(12) not null,
    delivery_id uuid,
    status      varchar(20)
);
