-- Who has a seat, who waits, and who asks why not.

create table participants (
  office_code text not null references offices (office_code),
  participant_id uuid not null,
  intake_id uuid not null,
  enterprise_id uuid not null,               -- as it was then; read through the record that stands for it
  application_id uuid,                       -- null: seated without an application
  selection_id uuid,
  source text not null check (source in ('selection', 'waiting_list', 'override', 'appeal', 'direct')),
  status text not null check (status in ('offered', 'confirmed', 'declined', 'silent', 'left', 'displaced')),
  attends_as text,                           -- who comes, where it is not the owner
  offered_at timestamptz not null,
  answer_by timestamptz,                     -- silence after this gives the seat to the next; null: none asked for
  answered_at timestamptz,
  answered_by text,
  status_reason text,
  follows uuid,                              -- whose seat was taken over
  code_hash bytea,                           -- of the signed link for the answer
  recorded_by text not null,
  revision integer not null default 1,
  primary key (office_code, participant_id),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id),
  foreign key (office_code, application_id) references applications (office_code, application_id),
  foreign key (office_code, selection_id) references selections (office_code, selection_id),
  foreign key (office_code, follows) references participants (office_code, participant_id)
);
-- A seat is offered once, and never to the same enterprise a second time while it holds it.
create unique index participants_seat on participants (office_code, intake_id, enterprise_id)
  where status in ('offered', 'confirmed');
create unique index participants_follows on participants (office_code, follows) where follows is not null;
create index participants_intake on participants (office_code, intake_id);
create index participants_enterprise on participants (office_code, enterprise_id);
create index participants_unanswered on participants (office_code, answer_by) where status = 'offered' and answer_by is not null;
create index participants_code on participants (code_hash) where code_hash is not null;
call protect_by_office('participants', 'select, insert, update');

-- Each time the waiting list was asked for a seat that somebody gave up: who moved up, who was passed over and why.
create table seat_moves (
  office_code text not null,
  move_id uuid not null,
  intake_id uuid not null,
  vacated uuid,                              -- the participant who gave the seat up; null: a seat was added
  next_id uuid,                              -- the participant who moved up; null: nobody
  skipped jsonb not null,                    -- [{enterpriseId, limits}] in the order of the list
  instead jsonb,                             -- {enterpriseId, limits}: who could if reserves were given up; an officer decides
  why_none text check (why_none in ('nobody', 'only_without_reserve', 'line_ended')),
  reason text,                               -- in the words of whoever decided it
  decided_at timestamptz not null,
  decided_by text not null,
  primary key (office_code, move_id),
  check ((next_id is null) = (why_none is not null)),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id),
  foreign key (office_code, vacated) references participants (office_code, participant_id),
  foreign key (office_code, next_id) references participants (office_code, participant_id)
);
create index seat_moves_intake on seat_moves (office_code, intake_id, decided_at);
call protect_by_office('seat_moves', 'select, insert');

-- The paper of the decision (berita acara), as it was printed and as it came back signed.
create table selection_minutes (
  office_code text not null,
  minutes_id uuid not null,
  selection_id uuid not null,
  number text not null,
  dated date not null,
  content jsonb not null,                    -- what stands on it, so that it prints the same for ever
  made_at timestamptz not null,
  made_by text not null,
  signed_key text,                           -- the signed paper, in the file store
  signed_name text,
  signed_media_type text,
  signed_at timestamptz,
  signed_by text,
  replaced_at timestamptz,                   -- by a later one: after an override, before it was signed
  primary key (office_code, minutes_id),
  foreign key (office_code, selection_id) references selections (office_code, selection_id)
);
create unique index selection_minutes_standing on selection_minutes (office_code, selection_id) where replaced_at is null;
call protect_by_office('selection_minutes', 'select, insert, update');

-- "Mengapa bukan saya?": asked by the owner or at the counter, answered within a clock.
create table appeals (
  office_code text not null,
  appeal_id uuid not null,
  application_id uuid not null,
  via text not null check (via in ('owner', 'counter')),
  question text,
  asked_at timestamptz not null,
  asked_by text not null,
  due_at timestamptz not null,
  status text not null default 'open' check (status in ('open', 'upheld', 'rejected', 'withdrawn')),
  answer text,                               -- in words an owner understands
  answered_at timestamptz,
  answered_by text,
  outcome text check (outcome in ('seat', 'waiting_list', 'none')), -- upheld: what it led to
  primary key (office_code, appeal_id),
  foreign key (office_code, application_id) references applications (office_code, application_id)
);
create unique index appeals_open on appeals (office_code, application_id) where status = 'open';
create index appeals_due on appeals (office_code, due_at) where status = 'open';
call protect_by_office('appeals', 'select, insert, update');

-- Offices where a seat waits for the worker: an answer that did not come in time, or a seat whose application was withdrawn.
-- Runs as its owner and answers nothing but codes.
create function offices_with_seats_due(at timestamptz) returns table (office_code text)
language sql stable security definer set search_path = public as $$
  select distinct p.office_code from participants p
  left join applications a on a.office_code = p.office_code and a.application_id = p.application_id
  where (p.status = 'offered' and p.answer_by < at)
     or (p.status in ('offered', 'confirmed') and a.status = 'withdrawn')
$$;
revoke all on function offices_with_seats_due(timestamptz) from public;
grant execute on function offices_with_seats_due(timestamptz) to :app_role;

-- What whoever holds the link of an offer may see of it, and in which office to answer.
create function seat_by_code(wanted bytea)
returns table (office_code text, participant_id uuid, office_name text, enterprise_name text, programme text, intake text,
               place text, starts_on date, ends_on date, status text, answer_by timestamptz)
language sql stable security definer set search_path = public as $$
  select p.office_code, p.participant_id, o.name, e.name, g.name, i.name, i.place, i.starts_on, i.ends_on, p.status, p.answer_by
  from participants p
  join offices o on o.office_code = p.office_code
  join enterprises e on e.office_code = p.office_code and e.enterprise_id = p.enterprise_id
  join intakes i on i.office_code = p.office_code and i.intake_id = p.intake_id
  join programmes g on g.office_code = i.office_code and g.programme_id = i.programme_id
  where p.code_hash = wanted
$$;
revoke all on function seat_by_code(bytea) from public;
grant execute on function seat_by_code(bytea) to :app_role;
