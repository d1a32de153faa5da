-- How a webhook's body looks and what it is signed with; null for e-mail.
alter table subscription add column options jsonb;

-- A secret (HMAC) or a key pair (ED25519).
alter table signing_secret add column kind varchar(10) not null default 'HMAC';

-- What a receiver asks us to prove ourselves with, encrypted.
create table sealed_setting (
    subscription_id uuid        not null references subscription (id) on delete cascade,
    kind            varchar(20) not null,
    sealed          bytea       not null,
    primary key (subscription_id, kind)
);
