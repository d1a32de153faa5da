-- Of the silence of which sources a subscriber is told.
alter table subscription add column source_notices varchar(4) not null default 'OWN'
    check (source_notices in ('NONE', 'OWN', 'ALL'));

-- What a message of our own says; detail is what was said last of its delivery, and changes with every try.
alter table delivery add column about jsonb;
update delivery set about = jsonb_build_object('trouble', detail)
 where kind = 'NOTICE' and detail in ('FAILING_A_DAY', 'FAILING_TWO_DAYS', 'FAILED_THREE_DAYS', 'GONE', 'REFUSED',
                                      'BOUNCED', 'COMPLAINED');
