-- Who is served.
create table organisation (
    id          uuid primary key,
    name        varchar(200) not null,
    contacts    jsonb        not null,
    revision    integer      not null,
    created_at  timestamptz  not null,
    updated_at  timestamptz  not null
);
create unique index organisation_name on organisation (lower(name));

create table subscription (
    id              uuid primary key,
    organisation_id uuid         not null references organisation (id),
    name            varchar(200),
    channel         varchar(10)  not null check (channel in ('EMAIL', 'WEBHOOK')),
    target          text         not null,
    filter          jsonb        not null,
    schedule        jsonb        not null,
    language        varchar(20)  not null,
    state           varchar(20)  not null check (state in ('PENDING', 'ACTIVE', 'PAUSED', 'DISABLED', 'UNSUBSCRIBED')),
    state_reason    text,
    state_since     timestamptz  not null,
    valid_from      timestamptz,
    valid_until     timestamptz,
    revision        integer      not null,
    created_at      timestamptz  not null,
    updated_at      timestamptz  not null
);
create index subscription_organisation on subscription (organisation_id, id);

-- One row; rises with every change of a subscription, so that compiled filters can be kept in memory.
create table subscription_revision (
    one      boolean primary key default true check (one),
    revision bigint not null
);
insert into subscription_revision (revision) values (0);

-- Signing secrets, encrypted. More than one during a rotation.
create table signing_secret (
    id              uuid primary key,
    subscription_id uuid        not null references subscription (id) on delete cascade,
    sealed          bytea       not null,
    created_at      timestamptz not null,
    expires_at      timestamptz
);
create index signing_secret_subscription on signing_secret (subscription_id, created_at desc);

-- Makes the installation's own key where none is configured.
create table installation_key (
    one boolean primary key default true check (one),
    key bytea not null
);

-- Every version of every alert that was seen, with the webhook body that all its receivers get.
create table alert_version (
    alert_id    uuid        not null,
    version     integer     not null,
    kind        varchar(12) not null,
    occurred_at timestamptz not null,
    seen_at     timestamptz not null,
    data        bytea       not null,
    body        bytea       not null,
    primary key (alert_id, version)
);
create index alert_version_seen on alert_version (seen_at);

-- Where deliveries queue up: one lane for each subscription. Whoever holds the lane's lease delivers from it, which
-- keeps the order of an alert's versions and bounds what one receiver gets at a time. A lane that must wait costs the
-- others nothing.
create table lane (
    id            uuid primary key,
    channel       varchar(10) not null,
    next_due_at   timestamptz,
    blocked_until timestamptz,
    leased_until  timestamptz,
    leased_by     uuid,
    failures      integer not null default 0,
    failing_since timestamptz,
    warned        integer not null default 0
);
create index lane_due on lane (channel, next_due_at) where next_due_at is not null;

create table delivery (
    id              uuid primary key,
    lane_id         uuid        not null,
    subscription_id uuid        not null references subscription (id) on delete cascade,
    alert_id        uuid,
    alert_version   integer,
    kind            varchar(12) not null,
    urgent          boolean     not null,
    status          varchar(12) not null
        check (status in ('PENDING', 'DELIVERED', 'FAILED', 'FOLDED', 'HELD', 'CANCELLED')),
    due_at          timestamptz,
    attempts        integer     not null default 0,
    -- Of these, how many were made before somebody asked for it again.
    attempts_before integer     not null default 0,
    reasons         jsonb       not null,
    detail          text,
    folded_into     uuid,
    recipient       text,
    created_at      timestamptz not null,
    finished_at     timestamptz,
    unique (alert_id, alert_version, subscription_id)
);
create index delivery_pending on delivery (lane_id, urgent desc, due_at, id) where status = 'PENDING';
create index delivery_alert on delivery (lane_id, alert_id, alert_version);
create index delivery_subscription on delivery (subscription_id, id);

create table attempt (
    delivery_id uuid        not null references delivery (id) on delete cascade,
    number      integer     not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    outcome     varchar(12),
    code        integer,
    detail      text,
    excerpt     text,
    primary key (delivery_id, number)
);
