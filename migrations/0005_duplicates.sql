-- Enterprises of the register that may be one: pairs to look at, what people decided, and how good deciding is.

-- Two enterprises that may be one. `steps` says why, without a personal value in it.
create table candidate_pairs (
  office_code text not null references offices (office_code),
  pair_id uuid not null,
  left_id uuid not null,
  right_id uuid not null,
  weight real not null,                      -- bits: log2 of the odds that both are one
  probability real not null check (probability between 0 and 1),
  band text not null check (band in ('sure', 'review')),
  suggests text not null default 'same' check (suggests in ('same', 'same_owner')),
  steps jsonb not null default '[]',         -- [{ comparison, level, weight }]
  conflict text,                             -- why it is never merged by itself: same_nik_other_name, chain …
  -- proposed (a run over the register shows what it would do) → open → decided, or asked (of the kelurahan) → decided;
  -- set_aside: nothing left to decide, since another decision settled it or a record is gone
  status text not null default 'open' check (status in ('proposed', 'open', 'asked', 'decided', 'set_aside')),
  decision text check (decision in ('same', 'different', 'unsure', 'same_owner', 'family_continues')),
  decided_at timestamptz,
  decided_by text,
  decided_by_id text,                        -- null: merged by the system
  note text,
  merge_id uuid,
  settled_by uuid,                           -- the pair whose decision settled this one
  run_id uuid,
  found_by text not null check (found_by in ('list', 'arrival', 'register', 'phone', 'person')),
  found_at timestamptz not null,
  village_code text references areas (area_code),
  primary key (office_code, pair_id),
  unique (office_code, left_id, right_id),
  foreign key (office_code, left_id) references enterprises (office_code, enterprise_id),
  foreign key (office_code, right_id) references enterprises (office_code, enterprise_id),
  check (left_id < right_id),
  check ((status in ('decided', 'asked')) = (decision is not null)),
  check ((decision is null) = (decided_at is null))
);
create index candidate_pairs_queue on candidate_pairs (office_code, status, band desc, weight desc, pair_id);
create index candidate_pairs_right on candidate_pairs (office_code, right_id);
create index candidate_pairs_decided on candidate_pairs (office_code, decided_at desc) where decided_at is not null;
create index candidate_pairs_settled on candidate_pairs (office_code, settled_by) where settled_by is not null;
create index candidate_pairs_run on candidate_pairs (office_code, run_id) where run_id is not null;
call protect_by_office('candidate_pairs');

-- What people said of a pair, with what was alike and what was not: how the parameters are learned. Never deleted;
-- a decision that was undone is marked.
create table pair_labels (
  office_code text not null,
  label_id uuid not null,
  pair_id uuid not null,
  decision text not null check (decision in ('same', 'different', 'unsure', 'same_owner', 'family_continues')),
  pattern jsonb not null,                    -- [[comparison, level], …]
  -- example: one of the surely alike, looked at before they are merged by themselves; sample: drawn to measure quality
  source text not null check (source in ('review', 'example', 'sample', 'village')),
  labelled_at timestamptz not null,
  labelled_by text not null,
  labelled_by_id text,
  undone_at timestamptz,
  primary key (office_code, label_id),
  foreign key (office_code, pair_id) references candidate_pairs (office_code, pair_id)
);
create index pair_labels_pair on pair_labels (office_code, pair_id);
create index pair_labels_time on pair_labels (office_code, source, labelled_at desc);
call protect_by_office('pair_labels', 'select, insert, update');

-- How much the office lets the machine do by itself.
create table linkage_policies (
  office_code text not null references offices (office_code),
  false_merge_target integer default 1000 check (false_merge_target >= 2), -- at most 1 in so many; null: never by itself
  examples_since timestamptz,                -- examples looked at before this moment were of another target
  released_at timestamptz,                   -- from then on the surely alike are merged by themselves
  released_by text,
  task_id uuid,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (office_code)
);
call protect_by_office('linkage_policies');

-- Parameters learned for the office.
create table linkage_models (
  office_code text not null references offices (office_code),
  model_id uuid not null,
  model jsonb not null,
  trained_at timestamptz not null,
  labels_used integer not null default 0,
  current boolean not null default true,
  primary key (office_code, model_id)
);
create unique index linkage_models_current on linkage_models (office_code) where current;
call protect_by_office('linkage_models');

-- How far the register is linked: what transactions from this one on touched has not been compared yet.
create table linkage_marks (
  office_code text not null references offices (office_code),
  linked_up_to bigint not null,
  linked_at timestamptz not null,
  primary key (office_code)
);
call protect_by_office('linkage_marks');

-- The transaction from which on the changes of an office are new to linkage. Numbers that this database has not given
-- out yet came with a backup of another one and say nothing.
create function linked_up_to(wanted text) returns bigint
language sql stable set search_path = public as $$
  select coalesce(max(linked_up_to) filter (
    where linked_up_to <= pg_snapshot_xmax(pg_current_snapshot())::text::bigint), 0)
  from linkage_marks where office_code = wanted
$$;

-- Offices in which something changed since they were linked: the worker asks before it knows of any office. Runs as its
-- owner and answers nothing but codes.
create function offices_to_link() returns table (office_code text)
language sql stable security definer set search_path = public as $$
  select o.office_code from offices o
  where exists (select 1 from enterprises e where e.office_code = o.office_code
    and e.touched >= linked_up_to(o.office_code) and e.touched < pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
$$;
revoke all on function offices_to_link() from public;
grant execute on function offices_to_link() to :app_role;

-- One search for duplicates, such as over the whole register: counted first, taken over by a person.
create table linkage_runs (
  office_code text not null references offices (office_code),
  run_id uuid not null,
  kind text not null check (kind in ('register', 'list', 'arrival')),
  status text not null default 'running' check (status in ('running', 'previewed', 'taken_over', 'discarded', 'failed')),
  task_id uuid,
  counts jsonb,                              -- { enterprises, compared, sure, review, no, clusters, largestCluster }
  as_of bigint,                              -- newest change of the register that it has seen
  started_at timestamptz not null,
  finished_at timestamptz,
  found_by text not null,                    -- who asked for it
  primary key (office_code, run_id)
);
create index linkage_runs_time on linkage_runs (office_code, started_at desc);
create unique index linkage_runs_register on linkage_runs (office_code) where kind = 'register' and status = 'running';
call protect_by_office('linkage_runs');

-- Pairs drawn by lot every quarter, for an honest word on how good merging is.
create table quality_samples (
  office_code text not null,
  sample_id uuid not null,
  quarter text not null check (quarter ~ '^\d{4}-Q[1-4]$'),
  pair_id uuid not null,
  stratum text not null check (stratum in ('merged', 'near')),
  stratum_size integer not null check (stratum_size > 0), -- pairs it was drawn from
  probability real not null,
  drawn_at timestamptz not null,
  decision text check (decision in ('same', 'different', 'unsure', 'same_owner', 'family_continues')),
  decided_at timestamptz,
  decided_by text,
  skipped_at timestamptz,
  primary key (office_code, sample_id),
  unique (office_code, quarter, pair_id),
  foreign key (office_code, pair_id) references candidate_pairs (office_code, pair_id)
);
call protect_by_office('quality_samples');

-- What the office does not know and the kelurahan may.
create table village_questions (
  office_code text not null,
  question_id uuid not null,
  pair_id uuid not null,
  village_code text references areas (area_code), -- null: of no known village
  kind text not null default 'same_enterprise' check (kind in ('same_enterprise', 'same_owner')),
  asked_at timestamptz not null,
  asked_by text not null,
  answered_at timestamptz,
  answered_by text,                          -- who wrote the answer down
  answer text check (answer in ('same', 'different', 'same_owner', 'family_continues', 'unknown', 'withdrawn')),
  primary key (office_code, question_id),
  foreign key (office_code, pair_id) references candidate_pairs (office_code, pair_id),
  check ((answered_at is null) = (answer is null))
);
create unique index village_questions_open on village_questions (office_code, pair_id) where answered_at is null;
call protect_by_office('village_questions');

alter table long_tasks drop constraint long_tasks_kind_check;
alter table long_tasks add constraint long_tasks_kind_check check (kind in ('sample', 'import', 'linkage'));
