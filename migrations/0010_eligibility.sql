-- Who meets the conditions of a programme, and why: conditions as data, and their answers for the whole register.

-- Levels with anchors, by which somebody named judges what no document shows (mutu dan jumlah sampai standar ekspor).
create table rubrics (
  office_code text not null references offices (office_code),
  rubric_id uuid not null,
  version integer not null check (version >= 1),
  name text not null,
  aspects jsonb not null,                    -- rules/rubric.ts
  effective_on date not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (office_code, rubric_id, version)
);
call protect_by_office('rubrics', 'select, insert');

create table assessments (
  office_code text not null,
  assessment_id uuid not null,
  rubric_id uuid not null,
  rubric_version integer not null,
  enterprise_id uuid not null,
  levels jsonb not null,                     -- aspect → level
  notes jsonb not null default '{}',         -- aspect → what was seen
  assessed_on date not null,
  assessed_by text not null,
  assessed_by_name text not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  touched bigint not null default (pg_current_xact_id()::text::bigint),
  primary key (office_code, assessment_id),
  foreign key (office_code, rubric_id, rubric_version) references rubrics (office_code, rubric_id, version),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id)
);
create index assessments_enterprise on assessments (office_code, enterprise_id, assessed_on desc);
create index assessments_touched on assessments (office_code, touched);
call protect_by_office('assessments', 'select, insert, update');

-- The conditions of a programme, version by version; a version is never changed. The one whose day has come last holds.
create table rule_sets (
  office_code text not null,
  rule_set_id uuid not null,
  programme_id uuid not null,
  version integer not null check (version >= 1),
  conditions jsonb not null,                 -- rules/conditions.ts
  effective_on date not null,
  note text,                                 -- the decree, or why it changed
  created_at timestamptz not null,
  created_by text not null,
  -- How far its answers are true: what was touched by transactions before this one is counted. Null: not counted.
  counted_up_to bigint,
  counted_on date,                           -- the day for which terms and ages were counted
  counted_at timestamptz,
  primary key (office_code, rule_set_id),
  unique (office_code, programme_id, version),
  foreign key (office_code, programme_id) references programmes (office_code, programme_id)
);
call protect_by_office('rule_sets', 'select, insert, update');

-- One count of the whole register, page by page in the order of ids; after a kill it goes on behind the last whole page.
create table eligibility_runs (
  office_code text not null references offices (office_code),
  run_id uuid not null,
  rule_set_ids uuid[] not null,
  counted_on date not null,
  from_horizon bigint not null,              -- what was touched since is counted once more afterwards
  counted_after uuid,                        -- the last enterprise of the last whole page
  task_id uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz,                   -- done, or given up
  primary key (office_code, run_id)
);
create unique index eligibility_runs_open on eligibility_runs (office_code) where finished_at is null;
call protect_by_office('eligibility_runs', 'select, insert, update');

-- One packed row for an enterprise that stands for itself, and a rule set.
create table eligibility (
  office_code text not null,
  rule_set_id uuid not null,
  enterprise_id uuid not null,
  standing smallint not null,                -- 0 meets all, 1 one step away, 2 more than one no, 3 not known
  step smallint,                             -- one step away: which condition, counted from 0; not known: the only one asked
  answers bytea not null,                    -- two bits a condition: 0 no, 1 yes, 2 unknown
  -- No foreign key: a million rows are written in seconds, looking each up would double that, and neither enterprises nor
  -- versions of conditions are ever deleted.
  primary key (office_code, rule_set_id, enterprise_id)
);
call protect_by_office('eligibility');

alter table long_tasks drop constraint long_tasks_kind_check;
alter table long_tasks add constraint long_tasks_kind_check
  check (kind in ('sample', 'import', 'linkage', 'census', 'eligibility'));

-- Offices whose programmes have conditions: the worker asks before it knows of any office. Runs as its owner and answers
-- nothing but codes.
create function offices_with_conditions() returns table (office_code text)
language sql stable security definer set search_path = public as $$
  select distinct r.office_code from rule_sets r
$$;
revoke all on function offices_with_conditions() from public;
grant execute on function offices_with_conditions() to :app_role;
