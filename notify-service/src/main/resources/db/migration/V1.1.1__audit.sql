-- Who changed what, and from what to what. Rows are only ever added.
create table audit_entry (
    id              bigint generated always as identity primary key,
    at              timestamptz  not null,
    actor           varchar(200) not null,
    action          varchar(40)  not null,
    subject         varchar(20)  not null,
    subject_id      uuid         not null,
    organisation_id uuid,
    before          jsonb,
    after           jsonb
);
create index audit_entry_subject on audit_entry (subject_id, id);
create index audit_entry_organisation on audit_entry (organisation_id, id);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log can only grow';
end $$;
create trigger audit_entry_only_grows before update or delete or truncate on audit_entry
    for each statement execute function refuse_change_of_audit();
