-- Field census (Pendataan): rounds, their questionnaires, people, frame rows and village sheets.

alter table long_tasks drop constraint long_tasks_kind_check;
alter table long_tasks add constraint long_tasks_kind_check check (kind in ('sample', 'import', 'linkage', 'census'));

-- A questionnaire as data. A version is never changed once a round uses it; the next one is added.
create table questionnaires (
  office_code text not null references offices (office_code),
  form_id text not null,
  version integer not null check (version > 0),
  title text not null,
  form jsonb not null,
  origin text not null check (origin in ('built_in', 'xlsform')),
  original_name text,                        -- of the spreadsheet it came from
  created_at timestamptz not null,
  created_by text,
  primary key (office_code, form_id, version)
);
call protect_by_office('questionnaires', 'select, insert');

create table census_rounds (
  office_code text not null references offices (office_code),
  round_id uuid not null,
  name text not null,
  purpose text not null,
  legal_basis text,
  bps_number text,                           -- number of the BPS recommendation
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  status text not null default 'planned' check (status in ('planned', 'preparing', 'running', 'closed')),
  form_id text not null,
  form_version integer not null,
  target integer check (target > 0),         -- rows to be visited; null: all
  -- The random sub-sample for the estimate: how many rows, and the seed it was drawn with.
  sample_size integer not null default 0 check (sample_size >= 0),
  sample_seed bigint not null,
  recheck_share real not null default 0.05 check (recheck_share between 0 and 1),
  source_list_id uuid,                       -- the list on which newly found enterprises stand
  task_id uuid,                              -- drawing the frame, in the background
  revision integer not null default 1,
  created_at timestamptz not null,
  created_by text,
  started_at timestamptz,
  closed_at timestamptz,
  primary key (office_code, round_id),
  foreign key (office_code, form_id, form_version) references questionnaires (office_code, form_id, version),
  foreign key (office_code, source_list_id) references source_lists (office_code, source_list_id)
);
call protect_by_office('census_rounds');

-- Lists whose rows are to be visited.
create table census_round_sources (
  office_code text not null,
  round_id uuid not null,
  source_list_id uuid not null,
  primary key (office_code, round_id, source_list_id),
  foreign key (office_code, round_id) references census_rounds (office_code, round_id),
  foreign key (office_code, source_list_id) references source_lists (office_code, source_list_id)
);
call protect_by_office('census_round_sources');

-- Villages of the round, with the number of rows to be visited in each; null: all that are listed.
create table census_round_villages (
  office_code text not null,
  round_id uuid not null,
  village_code text not null references areas (area_code),
  target integer check (target > 0),
  primary key (office_code, round_id, village_code),
  foreign key (office_code, round_id) references census_rounds (office_code, round_id)
);
call protect_by_office('census_round_villages');

create table census_members (
  office_code text not null,
  round_id uuid not null,
  user_id text not null references auth_users (id),
  duty text not null check (duty in ('enumerator', 'supervisor')),
  supervisor_id text references auth_users (id),   -- who checks this enumerator's work
  home_villages text[] not null default '{}',      -- where they know their way; empty: anywhere
  joined_on date not null,
  left_on date,
  primary key (office_code, round_id, user_id, duty),
  foreign key (office_code, round_id) references census_rounds (office_code, round_id)
);
create index census_members_user on census_members (office_code, user_id);
call protect_by_office('census_members');

-- Surat tugas, with a code by which anybody can check it.
create table assignment_letters (
  office_code text not null,
  letter_id uuid not null,
  round_id uuid not null,
  user_id text not null references auth_users (id),
  person_name text not null,                 -- as printed
  number text not null,
  issued_on date not null,
  valid_to date not null,
  signatory_name text not null,
  signatory_position text not null,
  signatory_nip text,
  check_code text not null unique,
  issued_by text not null,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  primary key (office_code, letter_id),
  foreign key (office_code, round_id) references census_rounds (office_code, round_id)
);
create index assignment_letters_round on assignment_letters (office_code, round_id, user_id);
call protect_by_office('assignment_letters');

-- What anybody who was handed a letter may see of it. Runs as its owner and answers what is printed on it, no more.
create function letter_by_check_code(wanted text)
returns table (office_name text, person_name text, number text, duty text, round_name text, starts_on date,
               valid_to date, revoked_at timestamptz)
language sql stable security definer set search_path = public as $$
  select o.name, l.person_name, l.number,
         (select min(m.duty) from census_members m
          where m.office_code = l.office_code and m.round_id = l.round_id and m.user_id = l.user_id),
         r.name, l.issued_on, l.valid_to, l.revoked_at
  from assignment_letters l
  join offices o on o.office_code = l.office_code
  join census_rounds r on r.office_code = l.office_code and r.round_id = l.round_id
  where l.check_code = wanted
$$;
revoke all on function letter_by_check_code(text) from public;
grant execute on function letter_by_check_code(text) to :app_role;

-- Lembar RT: the names of an RT on paper or screen, told by its head.
create table village_sheets (
  office_code text not null,
  sheet_id uuid not null,
  round_id uuid not null,
  village_code text not null references areas (area_code),
  rw text,                                   -- null: rows whose RW or RT is not known
  rt text,
  informant text,                            -- who told: head of the RT, kader
  told_on date,
  is_signed boolean not null default false,
  note text,                                 -- people who are missing from it, as a reminder
  keyed_by text,
  keyed_at timestamptz,
  primary key (office_code, sheet_id),
  foreign key (office_code, round_id) references census_rounds (office_code, round_id)
);
create unique index village_sheets_place on village_sheets
  (office_code, round_id, village_code, coalesce(rw, ''), coalesce(rt, ''));
call protect_by_office('village_sheets');

-- The frame: one listed enterprise to be visited in a round. What an RT head told steers visits and is never a visit.
create table census_rows (
  office_code text not null,
  row_id uuid not null,
  round_id uuid not null,
  enterprise_id uuid not null,
  source_list_id uuid not null,              -- of the round's lists the one on which it stands (the earliest)
  village_code text references areas (area_code),
  rw text,
  rt text,
  place integer not null,                    -- its place on the sheet of its RT
  stratum text,                              -- of the drawing it took part in; null: not yet in any
  sample_order integer,                      -- its place in the random sub-sample; null: not drawn
  status text not null default 'open' check (status in
    ('open', 'assigned', 'tried', 'submitted', 'sent_back', 'approved', 'contested', 'set_aside')),
  assigned_to text references auth_users (id),
  assigned_at timestamptz,
  tries smallint not null default 0,         -- visits at which nobody was found
  verdict text check (verdict in
    ('produces', 'services', 'works_for_others', 'trades_only', 'paused', 'closed', 'moved', 'duplicate',
     'never_existed', 'not_found', 'refused')),
  visited_on date,
  rt_information text check (rt_information in ('still_running', 'closed', 'moved', 'unknown_person')),
  sheet_id uuid,
  -- The transaction that last changed it: how phones fetch only what is new.
  touched bigint not null default (pg_current_xact_id()::text::bigint),
  primary key (office_code, row_id),
  unique (office_code, round_id, enterprise_id),
  foreign key (office_code, round_id) references census_rounds (office_code, round_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id),
  foreign key (office_code, sheet_id) references village_sheets (office_code, sheet_id)
)
-- Every row is changed a few times: with room on its page no index has to follow what none of them holds.
with (fillfactor = 70);
create index census_rows_place on census_rows (office_code, round_id, village_code, rw, rt, place);
create index census_rows_assigned on census_rows (office_code, assigned_to, round_id) where assigned_to is not null;
create index census_rows_touched on census_rows (office_code, touched);
call protect_by_office('census_rows');

-- Who handed which rows to whom, and why. Moves of one gesture are taken back together.
create table assignment_moves (
  office_code text not null,
  move_id uuid not null,
  gesture_id uuid not null,
  undoes uuid,                               -- the gesture that this one takes back
  round_id uuid not null,
  from_user_id text references auth_users (id),
  to_user_id text references auth_users (id),     -- null: taken back, nobody has them
  rows integer not null check (rows > 0),
  row_ids uuid[] not null,
  reason text,
  moved_at timestamptz not null,
  moved_by text not null,
  primary key (office_code, move_id),
  foreign key (office_code, round_id) references census_rounds (office_code, round_id)
);
create index assignment_moves_round on assignment_moves (office_code, round_id, moved_at desc);
call protect_by_office('assignment_moves', 'select, insert');

-- Visits of which the findings were taken back out of the register: their figures are left out wherever figures are read.
create table withdrawn_visits (
  office_code text not null references offices (office_code),
  visit_id uuid not null,
  withdrawn_at timestamptz not null,
  primary key (office_code, visit_id)
);
call protect_by_office('withdrawn_visits');
