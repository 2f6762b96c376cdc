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
call protect_by_office('participants', 'select, insert, update');

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
