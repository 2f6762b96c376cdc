-- Who gets a seat (pemilihan peserta): criteria fixed beforehand, every run on record.

create table selections (
  office_code text not null references offices (office_code),
  selection_id uuid not null,
  name text not null,
  plan jsonb not null,                       -- criteria, weights, reserves, quotas: rules/selection-plan.ts
  seed text,                                 -- set when locked; published; decides between equals
  seed_source text,                          -- where it comes from, in words; null: drawn by the program
  status text not null default 'draft' check (status in ('draft', 'locked', 'decided', 'dropped')),
  locked_at timestamptz,                     -- published from this moment
  locked_by text,
  created_at timestamptz not null,
  created_by text not null,
  revision integer not null default 1,
  primary key (office_code, selection_id),
  check ((status in ('locked', 'decided')) <= (locked_at is not null and seed is not null))
);
call protect_by_office('selections', 'select, insert, update');

-- One intake or several that share a budget or a reserve.
create table selection_intakes (
  office_code text not null,
  selection_id uuid not null,
  intake_id uuid not null,
  dropped boolean not null default false,
  primary key (office_code, selection_id, intake_id),
  foreign key (office_code, selection_id) references selections (office_code, selection_id),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id)
);
create unique index selection_intakes_one on selection_intakes (office_code, intake_id) where not dropped;
call protect_by_office('selection_intakes');

-- Every run, trials too. The first with the published seed is official, and there is no second.
create table selection_runs (
  office_code text not null,
  run_id uuid not null,
  selection_id uuid not null,
  kind text not null check (kind in ('trial', 'official')),
  seed text not null,
  ran_at timestamptz not null,
  ran_by text not null,
  outcome text not null check (outcome in ('selected', 'clash', 'faulty')),
  what_if jsonb,                             -- a trial's change to the plan
  applicants integer not null,
  seats integer not null,
  total bigint,                              -- ten-thousandths of a point
  way text,
  proof text,
  clashes jsonb,                             -- which limits cannot hold together
  file bytea,                                -- the selection file (src/selection/selection-file.ts), gzip
  primary key (office_code, run_id),
  foreign key (office_code, selection_id) references selections (office_code, selection_id)
);
create unique index selection_runs_official on selection_runs (office_code, selection_id) where kind = 'official' and outcome = 'selected';
create index selection_runs_selection on selection_runs (office_code, selection_id, ran_at);
call protect_by_office('selection_runs', 'select, insert');

-- What the official run says of each applicant: one row for each intake applied for.
create table selection_results (
  office_code text not null,
  run_id uuid not null,
  intake_id uuid not null,
  enterprise_id uuid not null,
  application_id uuid not null,
  rank integer,                              -- by score, then by lot; null: did not take part, the reason says why
  score bigint,                              -- ten-thousandths of a point; null: did not take part
  seated boolean not null,
  waiting_place integer,                     -- place on the waiting list; null: seated, or did not take part
  reason jsonb not null,                     -- rules/result-reason.ts, with the facts it rests on
  primary key (office_code, run_id, intake_id, enterprise_id),
  foreign key (office_code, run_id) references selection_runs (office_code, run_id),
  foreign key (office_code, application_id) references applications (office_code, application_id)
);
create index selection_results_application on selection_results (office_code, application_id);
call protect_by_office('selection_results', 'select, insert');

-- A decision against the list: who takes whose seat, why, and by whom. Printed on the berita acara.
create table selection_overrides (
  office_code text not null,
  override_id uuid not null,
  selection_id uuid not null,
  intake_id uuid not null,
  enterprise_id uuid not null,               -- who gets the seat
  displaced_id uuid,                         -- who gives it up; null: a seat was free
  reason text not null,
  decided_at timestamptz not null,
  decided_by text not null,
  primary key (office_code, override_id),
  foreign key (office_code, selection_id) references selections (office_code, selection_id),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id)
);
call protect_by_office('selection_overrides', 'select, insert');

alter table long_tasks drop constraint long_tasks_kind_check;
alter table long_tasks add constraint long_tasks_kind_check
  check (kind in ('sample', 'import', 'linkage', 'census', 'eligibility', 'selection'));
