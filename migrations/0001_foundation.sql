-- The ground floor: offices, reference tables, accounts, roles, audit, outbox.
-- Written for PostgreSQL 15 and later. :app_role is replaced by the name of the application's role.

create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

-- Row-level security by office: every table that holds an office's data is handed to this procedure.
-- The application signs in as :app_role, which owns nothing and cannot bypass the policy.
create procedure protect_by_office(protected regclass, privileges text default 'select, insert, update, delete')
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format(
    'create policy office_only on %s using (office_code = current_setting(''gawangan.office'', true))
       with check (office_code = current_setting(''gawangan.office'', true))', protected);
  execute format('grant %s on %s to :app_role', privileges, protected);
end $$;

-- ── Reference: the same for every office ────────────────────────────────────────────────────────────────────

create table areas (
  area_code text primary key,                -- Kemendagri, dotted: 33, 33.75, 33.75.01, 33.75.01.1001
  level text not null check (level in ('province', 'regency', 'district', 'village')),
  parent_code text references areas (area_code),
  name text not null,
  bps_code text,                             -- an attribute, never a key: BPS numbers districts differently
  source text not null
);
create index areas_parent on areas (parent_code);

create table area_aliases (
  area_code text not null references areas (area_code),
  alias text not null,
  until_year integer,                        -- the last year in which it was official
  source text not null,
  primary key (area_code, alias)
);

create table kbli_codes (
  kbli_version text not null check (kbli_version in ('2015', '2017', '2020', '2025')),
  kbli_code text not null,                   -- text: leading zeros
  title text not null,
  synonyms text[] not null default '{}',
  source text not null,
  primary key (kbli_version, kbli_code)
);

grant select on areas, area_aliases, kbli_codes to :app_role;

-- ── Accounts: read before the office is known, so not office-first (better-auth's tables) ───────────────────

create table auth_users (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  phone_number text unique,                  -- keyed blind index of the number, never the number
  two_factor_enabled boolean not null default false,
  must_change_password boolean not null default false,
  deactivated_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth_sessions (
  id text primary key,
  user_id text not null references auth_users (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  active_office_code text,
  last_seen_at timestamptz,
  locked_at timestamptz,                     -- idle lock on a shared laptop: the password opens it again
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_sessions_user on auth_sessions (user_id);

create table auth_accounts (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth_users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_accounts_user on auth_accounts (user_id);

create table auth_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verifications_identifier on auth_verifications (identifier);

create table auth_two_factors (
  id text primary key,
  user_id text not null references auth_users (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index auth_two_factors_user on auth_two_factors (user_id);

-- What a person may type to sign in (e-mail, phone, NIP), as keyed blind indexes.
create table auth_sign_in_names (
  name_index bytea primary key,
  kind text not null check (kind in ('email', 'phone', 'nip')),
  user_id text not null references auth_users (id) on delete cascade
);
create index auth_sign_in_names_user on auth_sign_in_names (user_id);

-- One-time codes of owners: sent to the phone, or printed or read out by an officer.
create table auth_one_time_codes (
  code_id uuid primary key,
  phone_index text not null,                 -- who may use it: blind index of the phone, or of a printed sign-in number
  code_hash text not null,
  delivery text not null check (delivery in ('message', 'officer')),
  attempts_left integer not null default 5,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index auth_one_time_codes_phone on auth_one_time_codes (phone_index, created_at desc);

create table auth_rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

grant select, insert, update, delete on
  auth_users, auth_sessions, auth_accounts, auth_verifications, auth_two_factors,
  auth_sign_in_names, auth_one_time_codes, auth_rate_limits to :app_role;

-- ── Offices, people and roles ───────────────────────────────────────────────────────────────────────────────

create table offices (
  office_code text primary key check (office_code ~ '^\d{2}\.\d{2}$'),   -- Kemendagri regency code, e.g. 33.75
  name text not null,
  short_name text not null,
  is_demo boolean not null default false,
  idle_lock_minutes integer not null default 15 check (idle_lock_minutes between 1 and 240),
  created_at timestamptz not null default now()
);
call protect_by_office('offices', 'select, insert, update');

create table memberships (
  office_code text not null references offices (office_code),
  membership_id uuid not null,
  user_id text not null references auth_users (id),
  role text not null check (role in ('officer', 'head', 'data_officer', 'companion', 'enumerator', 'partner', 'owner')),
  scope_kind text not null default 'office' check (scope_kind in ('office', 'district', 'village', 'group', 'owner')),
  scope_code text not null,                  -- office code, area code, group id or owner id
  valid_from date not null default current_date,
  valid_to date,                             -- last day, inclusive
  created_at timestamptz not null default now(),
  primary key (office_code, membership_id),
  unique (office_code, user_id, role, scope_kind, scope_code)
);
create index memberships_user on memberships (user_id);
alter table memberships enable row level security;
-- A person may also see their own memberships before choosing an office.
create policy office_or_self on memberships
  using (office_code = current_setting('gawangan.office', true)
         or user_id = current_setting('gawangan.user', true))
  with check (office_code = current_setting('gawangan.office', true));
grant select, insert, update, delete on memberships to :app_role;

-- Accounts that the sign-in page of a demo office shows, before anyone is signed in. Only offices marked as demo, and
-- only accounts under the reserved domain contoh.invalid (RFC 2606), so that no real person is ever listed.
create function demo_sign_ins() returns table (office_code text, office_name text, name text, email text, role text)
language sql stable security definer set search_path = public as $$
  select o.office_code, o.short_name, u.name, u.email, m.role
  from offices o
  join memberships m on m.office_code = o.office_code and m.role <> 'owner' and m.valid_to is null
  join auth_users u on u.id = m.user_id and u.deactivated_at is null and u.email like '%@contoh.invalid'
    and not u.must_change_password               -- has the common password, not one of its own
  where o.is_demo
$$;
revoke all on function demo_sign_ins() from public;
grant execute on function demo_sign_ins() to :app_role;

-- Hand-over of all open work of one person to another (serah terima).
create table hand_overs (
  office_code text not null references offices (office_code),
  hand_over_id uuid not null,
  from_user_id text not null references auth_users (id),
  to_user_id text not null references auth_users (id),
  handed_over_at timestamptz not null,
  moved jsonb not null,                      -- kind of work → number of items
  note text,
  primary key (office_code, hand_over_id)
);
call protect_by_office('hand_overs', 'select, insert');

create table api_tokens (
  office_code text not null references offices (office_code),
  token_id uuid not null,
  name text not null,
  token_hash bytea not null unique,
  role text not null,
  scope_kind text not null default 'office',
  scope_code text not null,
  created_by text,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (office_code, token_id)
);
call protect_by_office('api_tokens');

-- ── Audit: every write, and every reveal of personal data. Append only. ─────────────────────────────────────

create table audit_events (
  office_code text not null references offices (office_code),
  event_id uuid not null,
  occurred_at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'token', 'system')),
  actor_id text,
  actor_name text not null,
  action text not null,
  subject_kind text,
  subject_id text,
  reason text,
  details jsonb not null default '{}',       -- never personal data in clear
  primary key (office_code, event_id)
);
create index audit_events_subject on audit_events (office_code, subject_kind, subject_id, occurred_at desc);
create index audit_events_time on audit_events (office_code, occurred_at desc);
call protect_by_office('audit_events', 'select, insert');

-- ── Messages out: kept here until a channel has delivered them ──────────────────────────────────────────────

create table outbox_messages (
  office_code text not null references offices (office_code),
  message_id uuid not null,
  channel text not null check (channel in ('email', 'whatsapp')),
  purpose text not null,
  recipient_cipher bytea not null,
  recipient_hint text not null,              -- masked: 08******1234
  subject text,
  body_cipher bytea not null,
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed', 'kept')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (office_code, message_id)
);
create index outbox_messages_time on outbox_messages (office_code, created_at desc);
call protect_by_office('outbox_messages');

-- Answers already given to a write with an idempotency key, so that a retry does no harm.
create table idempotency_keys (
  office_code text not null references offices (office_code),
  actor_id text not null,
  idempotency_key text not null,
  request_hash bytea not null,
  status integer,
  response jsonb,
  created_at timestamptz not null,
  primary key (office_code, actor_id, idempotency_key)
);
call protect_by_office('idempotency_keys');

-- The job queue (pg-boss) makes its own tables here, as the application's role.
create schema if not exists pgboss;
grant usage, create on schema pgboss to :app_role;

-- Long work in the background: its progress can be left and found again.
create table long_tasks (
  office_code text not null references offices (office_code),
  task_id uuid not null,
  kind text not null check (kind in ('sample', 'import')),
  subject_id uuid,
  title text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  step text not null default '',
  done_count integer not null default 0,
  total_count integer,
  message text,
  created_by text,
  created_at timestamptz not null,
  started_at timestamptz,
  beat_at timestamptz,
  finished_at timestamptz,
  primary key (office_code, task_id)
);
create index long_tasks_time on long_tasks (office_code, created_at desc);
call protect_by_office('long_tasks');
