-- Carrying an intake out: sessions, who came, and cases that end in a certificate.

create table sessions_of_intakes (
  office_code text not null references offices (office_code),
  session_id uuid not null,
  intake_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text,
  topic text,
  trainer text,
  cancelled_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  revision integer not null default 1,
  primary key (office_code, session_id),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id)
);
create index sessions_of_intakes_intake on sessions_of_intakes (office_code, intake_id, starts_at);
call protect_by_office('sessions_of_intakes', 'select, insert, update');

-- Every mark is kept; of one participant and session the one with the latest `marked_at` counts.
create table attendance_marks (
  office_code text not null,
  mark_id uuid not null,                     -- made where it was marked: sent twice it is kept once
  session_id uuid not null,
  participant_id uuid not null,
  state text not null check (state in ('present', 'late', 'excused', 'absent')),
  reason text,
  via text not null check (via in ('office', 'trainer', 'qr')),
  marked_at timestamptz not null,
  marked_by text not null,
  recorded_at timestamptz not null,
  primary key (office_code, mark_id),
  foreign key (office_code, session_id) references sessions_of_intakes (office_code, session_id),
  foreign key (office_code, participant_id) references participants (office_code, participant_id)
);
create index attendance_marks_session on attendance_marks (office_code, session_id, participant_id, marked_at);
call protect_by_office('attendance_marks', 'select, insert');

-- A trainer's phone, opened by a link without an account; only the link's hash is kept.
create table trainer_links (
  office_code text not null,
  link_id uuid not null,
  intake_id uuid not null,
  trainer text not null,
  code_hash bytea not null,
  valid_to date not null,
  made_at timestamptz not null,
  made_by text not null,
  revoked_at timestamptz,
  primary key (office_code, link_id),
  unique (office_code, code_hash),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id)
);
call protect_by_office('trainer_links', 'select, insert, update');

-- Facilitation (halal, P-IRT, merek …) of one enterprise: steps with documents and due dates, ending in evidence.
create table facilitation_cases (
  office_code text not null references offices (office_code),
  case_id uuid not null,
  kind text not null check (kind in ('halal_self_declare', 'halal_regular', 'pirt', 'brand', 'other')),
  title text not null,
  enterprise_id uuid not null,
  intake_id uuid,
  participant_id uuid,
  status text not null default 'open' check (status in ('open', 'done', 'stopped')),
  stopped_reason text,
  evidence_id uuid,                          -- what it ended in
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  closed_by text,
  revision integer not null default 1,
  primary key (office_code, case_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id)
);
create unique index facilitation_cases_once on facilitation_cases (office_code, intake_id, enterprise_id, kind) where status <> 'stopped';
create index facilitation_cases_enterprise on facilitation_cases (office_code, enterprise_id);
call protect_by_office('facilitation_cases', 'select, insert, update');

create table case_steps (
  office_code text not null,
  case_id uuid not null,
  step smallint not null check (step between 1 and 40),
  name text not null,
  source text,                               -- where it is prescribed; null: the office's own way of working
  needs_file boolean not null default false,
  due_on date,
  done_on date,
  done_by text,
  note text,
  file_id uuid,
  primary key (office_code, case_id, step),
  foreign key (office_code, case_id) references facilitation_cases (office_code, case_id),
  foreign key (office_code, file_id) references files (office_code, file_id)
);
create index case_steps_due on case_steps (office_code, due_on) where done_on is null;
call protect_by_office('case_steps');
