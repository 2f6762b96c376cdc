-- What became of those who were helped, asked after 3, 6 and 12 months. Silence is silence, not success.

create table outcome_asks (
  office_code text not null references offices (office_code),
  ask_id uuid not null,
  participant_id uuid not null,
  intake_id uuid not null,
  enterprise_id uuid not null,
  months smallint not null check (months in (3, 6, 12)),
  due_on date not null,
  closes_on date not null,                   -- silence after this is counted as no answer
  code_hash bytea,                           -- of the signed link
  link_made_at timestamptz,
  created_at timestamptz not null,
  primary key (office_code, ask_id),
  unique (office_code, participant_id, months),
  foreign key (office_code, participant_id) references participants (office_code, participant_id),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id)
);
create unique index outcome_asks_code on outcome_asks (code_hash) where code_hash is not null;
create index outcome_asks_due on outcome_asks (office_code, due_on);
create index outcome_asks_intake on outcome_asks (office_code, intake_id);
create index outcome_asks_enterprise on outcome_asks (office_code, enterprise_id);
call protect_by_office('outcome_asks', 'select, insert, update');

-- Every answer is kept; the latest counts. An officer's or companion's needs the owner's own confirmation to count as such.
create table outcome_answers (
  office_code text not null,
  answer_id uuid not null,                   -- made by the form: sent twice it is kept once
  ask_id uuid not null,
  via text not null check (via in ('owner', 'companion', 'officer')),
  answers jsonb not null,                    -- rules/outcome-questions.ts
  answered_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  confirmed_at timestamptz,                  -- by the owner
  disputed_at timestamptz,                   -- by the owner: not so
  dispute_note text,
  primary key (office_code, answer_id),
  foreign key (office_code, ask_id) references outcome_asks (office_code, ask_id)
);
create index outcome_answers_ask on outcome_answers (office_code, ask_id, recorded_at desc);
call protect_by_office('outcome_answers', 'select, insert, update');

-- Behind the link of whoever holds its code: of which office, and which ask. Runs as its owner and answers nothing else; what
-- the page shows is read within that office.
create function outcome_ask_by_code(wanted bytea) returns table (office_code text, ask_id uuid)
language sql stable security definer set search_path = public as $$
  select a.office_code, a.ask_id from outcome_asks a where a.code_hash = wanted
$$;
revoke all on function outcome_ask_by_code(bytea) from public;
grant execute on function outcome_ask_by_code(bytea) to :app_role;

-- Offices where somebody has a seat: the worker asks before it knows of any office.
create function offices_with_participants() returns table (office_code text)
language sql stable security definer set search_path = public as $$
  select distinct p.office_code from participants p
$$;
revoke all on function offices_with_participants() from public;
grant execute on function offices_with_participants() to :app_role;
