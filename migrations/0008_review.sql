-- Review of what came from the field, and the shapes of areas for its maps.

-- What the quick checks say of a submission; for a person to look at, nothing is blocked by it.
create table submission_checks (
  office_code text not null,
  submission_id uuid not null,
  check_code text not null,
  severity text not null check (severity in ('look', 'likely_wrong')),
  facts jsonb not null,
  checked_at timestamptz not null,
  primary key (office_code, submission_id, check_code),
  foreign key (office_code, submission_id) references submissions (office_code, submission_id)
);
call protect_by_office('submission_checks');

create table review_decisions (
  office_code text not null,
  decision_id uuid not null,
  submission_id uuid not null,
  decision text not null check (decision in ('approve', 'send_back', 'set_aside', 'undo')),
  note text,
  answers_kept jsonb,                        -- where the office and the field differ: item → whose answer stands
  undo bytea,                                -- what approving changed in the register, sealed (key of the submission)
  is_own_work boolean not null default false,       -- diperiksa sendiri: collected and checked by one person
  decided_by text not null,
  decided_by_name text not null,
  decided_at timestamptz not null,
  primary key (office_code, decision_id),
  foreign key (office_code, submission_id) references submissions (office_code, submission_id)
);
create index review_decisions_submission on review_decisions (office_code, submission_id, decided_at);
call protect_by_office('review_decisions', 'select, insert');

-- Rows to be visited a second time by somebody else.
create table rechecks (
  office_code text not null,
  recheck_id uuid not null,
  submission_id uuid not null,               -- the first visit
  assigned_to text references auth_users (id),
  drawn_at timestamptz not null,
  second_submission_id uuid,
  outcome text check (outcome in ('same', 'differs', 'not_possible')),
  differences jsonb,
  done_at timestamptz,
  primary key (office_code, recheck_id),
  foreign key (office_code, submission_id) references submissions (office_code, submission_id)
);
create unique index rechecks_submission on rechecks (office_code, submission_id);
create index rechecks_assigned on rechecks (office_code, assigned_to) where done_at is null;
call protect_by_office('rechecks');

-- Outlines of villages that the office loaded from its own GeoJSON.
create table area_shapes (
  office_code text not null references offices (office_code),
  area_code text not null references areas (area_code),
  shape jsonb not null,                      -- GeoJSON geometry, longitude and latitude in degrees (WGS 84)
  source text not null,
  loaded_at timestamptz not null,
  loaded_by text,
  primary key (office_code, area_code)
);
call protect_by_office('area_shapes');

-- Offices with submissions that wait, and the transaction that last touched one of them: the worker asks before it knows
-- of any office. Runs as its owner and answers nothing but codes and numbers.
create function offices_to_check() returns table (office_code text, touched bigint)
language sql stable security definer set search_path = public as $$
  select s.office_code, max(s.touched) from submissions s where s.status = 'received' group by s.office_code
$$;
revoke all on function offices_to_check() from public;
grant execute on function offices_to_check() to :app_role;
