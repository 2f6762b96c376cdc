-- The register: owners, enterprises and what is known of them.

-- A key per person, wrapped by the master key: deleting the row makes that person's ciphertexts unreadable.
create table person_keys (
  office_code text not null references offices (office_code),
  person_id uuid not null,
  wrapped_key bytea not null,
  primary key (office_code, person_id)
);
call protect_by_office('person_keys');

create table owners (
  office_code text not null references offices (office_code),
  owner_id uuid not null,
  full_name text not null,
  sex text check (sex in ('female', 'male')),
  birth_date date,
  disability text check (disability in ('no', 'yes', 'declined')),
  nik_answer text not null default 'unknown' check (nik_answer in ('known', 'none_yet', 'not_shown', 'declined', 'unknown')),
  nik_cipher bytea,
  nik_index bytea,
  nik_last4 text,
  no_kk_cipher bytea,
  no_kk_index bytea,
  home_address text,
  deceased boolean not null default false,
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (office_code, owner_id),
  check ((nik_answer = 'known') = (nik_cipher is not null)),
  check ((nik_cipher is null) = (nik_index is null))
);
-- Not unique: households share papers, and a wrong NIK must never block saving.
create index owners_nik on owners (office_code, nik_index) where nik_index is not null;
create index owners_no_kk on owners (office_code, no_kk_index) where no_kk_index is not null;
call protect_by_office('owners');

create table owner_phones (
  office_code text not null,
  phone_id uuid not null,
  owner_id uuid not null,
  whose text not null default 'own' check (whose in ('own', 'family', 'kader')),
  phone_cipher bytea not null,
  phone_index bytea not null,
  phone_hint text not null,                  -- masked: 08******1234
  created_at timestamptz not null,
  primary key (office_code, phone_id),
  foreign key (office_code, owner_id) references owners (office_code, owner_id)
);
create index owner_phones_owner on owner_phones (office_code, owner_id);
call protect_by_office('owner_phones');

create table enterprises (
  office_code text not null references offices (office_code),
  enterprise_id uuid not null,
  owner_id uuid,
  name text not null,
  brand text,
  activity text,
  sector text not null default 'other' check (sector in
    ('batik', 'craft', 'fashion', 'food', 'drink', 'accessories', 'fish', 'service', 'trade', 'farming', 'other')),
  kbli_version text,
  kbli_code text,
  legal_form text,
  nib_answer text not null default 'unknown' check (nib_answer in ('known', 'none_yet', 'not_shown', 'declined', 'unknown')),
  nib text,
  reported_scale text check (reported_scale in ('mikro', 'kecil', 'menengah', 'besar')),
  computed_scale text check (computed_scale in ('mikro', 'kecil', 'menengah', 'besar')), -- from the newest figures, by law
  standing text not null default 'listed' check (standing in ('listed', 'verified')),
  verified_on date,
  operation text not null default 'unknown' check (operation in
    ('unknown', 'produces', 'services', 'works_for_others', 'trades_only', 'paused', 'closed', 'moved', 'duplicate',
     'never_existed', 'not_found', 'refused')),
  started_on date,
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- The transaction that last changed anything the search index holds: how every process keeps its index true.
  touched bigint not null default (pg_current_xact_id()::text::bigint),
  primary key (office_code, enterprise_id),
  foreign key (office_code, owner_id) references owners (office_code, owner_id),
  foreign key (kbli_version, kbli_code) references kbli_codes (kbli_version, kbli_code),
  check ((nib_answer = 'known') = (nib is not null))
);
create index enterprises_owner on enterprises (office_code, owner_id);
create index enterprises_nib on enterprises (office_code, nib) where nib is not null;
create index enterprises_touched on enterprises (office_code, touched);
call protect_by_office('enterprises');

create table premises (
  office_code text not null,
  premises_id uuid not null,
  enterprise_id uuid not null,
  kind text not null default 'main' check (kind in ('main', 'production', 'outlet', 'warehouse')),
  village_code text references areas (area_code),
  rt text check (rt ~ '^\d{1,3}$'),
  rw text check (rw ~ '^\d{1,3}$'),
  hamlet text,                               -- dusun
  address text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  accuracy_m real,
  primary key (office_code, premises_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id),
  check ((latitude is null) = (longitude is null))
);
create index premises_enterprise on premises (office_code, enterprise_id);
create unique index premises_main on premises (office_code, enterprise_id) where kind = 'main';
create index premises_village on premises (office_code, village_code);
call protect_by_office('premises');

create table products (
  office_code text not null,
  product_id uuid not null,
  enterprise_id uuid not null,
  name text not null,
  unit text,
  price bigint check (price >= 0),           -- rupiah
  monthly_capacity numeric(14, 2) check (monthly_capacity >= 0),
  created_at timestamptz not null,
  ended_on date,
  primary key (office_code, product_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id)
);
create index products_enterprise on products (office_code, enterprise_id);
call protect_by_office('products');

-- Sales, capital and workers, each with its year, source and day: a newer figure is added, an older one is kept.
create table enterprise_figures (
  office_code text not null,
  figure_id uuid not null,
  enterprise_id uuid not null,
  kind text not null check (kind in ('sales', 'capital', 'workers_female', 'workers_male', 'workers')),
  year integer not null check (year between 1900 and 2200),
  amount bigint not null check (amount >= 0),       -- rupiah, or people
  amount_upper bigint check (amount_upper >= amount), -- a band: amount to amount_upper
  grade text not null default 'declared' check (grade in ('declared', 'seen', 'documented')),
  source_kind text not null check (source_kind in ('officer', 'list', 'census', 'owner', 'visit', 'api')),
  source_id uuid,
  observed_on date not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (office_code, figure_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id)
);
create index enterprise_figures_enterprise on enterprise_figures (office_code, enterprise_id, kind, year, observed_on desc);
call protect_by_office('enterprise_figures', 'select, insert');

create table evidences (
  office_code text not null,
  evidence_id uuid not null,
  enterprise_id uuid not null,
  kind text not null check (kind in
    ('nib', 'npwp', 'pirt', 'halal', 'bpom', 'brand', 'sni', 'haccp', 'iso', 'batikmark', 'skp', 'kusuka', 'local_id', 'award', 'other')),
  number text,
  issuer text,
  issued_on date,
  expires_on date,
  grade text not null default 'declared' check (grade in ('declared', 'seen', 'documented')),
  file_id uuid,
  created_at timestamptz not null,
  created_by text,
  withdrawn_at timestamptz,
  primary key (office_code, evidence_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id),
  check (grade <> 'documented' or file_id is not null or number is not null),
  check (expires_on >= issued_on)
);
create index evidences_enterprise on evidences (office_code, enterprise_id);
call protect_by_office('evidences');

create table files (
  office_code text not null references offices (office_code),
  file_id uuid not null,
  enterprise_id uuid,
  original_name text not null,
  media_type text not null,
  byte_size bigint not null,
  sha256 bytea not null,
  storage_key text not null,
  created_at timestamptz not null,
  created_by text,
  primary key (office_code, file_id)
);
call protect_by_office('files');
alter table evidences add foreign key (office_code, file_id) references files (office_code, file_id);

create table groups (
  office_code text not null references offices (office_code),
  group_id uuid not null,
  kind text not null check (kind in ('mentored', 'centre', 'kub', 'cooperative', 'association')),
  mentor text,                               -- of whom the enterprises are binaan: the office, Dekranasda, a company
  name text not null,
  created_at timestamptz not null,
  primary key (office_code, group_id),
  unique (office_code, kind, name)
);
call protect_by_office('groups');

create table group_memberships (
  office_code text not null,
  group_membership_id uuid not null,
  group_id uuid not null,
  enterprise_id uuid not null,
  joined_on date,
  left_on date check (left_on >= joined_on),
  primary key (office_code, group_membership_id),
  foreign key (office_code, group_id) references groups (office_code, group_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id)
);
create index group_memberships_enterprise on group_memberships (office_code, enterprise_id);
create index group_memberships_group on group_memberships (office_code, group_id);
call protect_by_office('group_memberships');

-- A list that came in: a named source with its date, kind and legal basis.
create table source_lists (
  office_code text not null references offices (office_code),
  source_list_id uuid not null,
  name text not null,
  kind text not null check (kind in ('bpum', 'sidt', 'oss', 'village', 'census', 'office', 'other')),
  as_of date not null,
  legal_basis text,
  created_at timestamptz not null,
  created_by text,
  primary key (office_code, source_list_id)
);
call protect_by_office('source_lists');

-- Which enterprise stands on which list, under which row and key.
create table source_entries (
  office_code text not null,
  source_list_id uuid not null,
  enterprise_id uuid not null,
  source_row integer,
  source_key text,
  primary key (office_code, source_list_id, enterprise_id),
  foreign key (office_code, source_list_id) references source_lists (office_code, source_list_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id)
);
create index source_entries_enterprise on source_entries (office_code, enterprise_id);
call protect_by_office('source_entries');

-- What changed, field by field, before and after. Personal values stand here masked.
create table record_changes (
  office_code text not null references offices (office_code),
  change_id uuid not null,
  enterprise_id uuid,
  owner_id uuid,
  changed_at timestamptz not null,
  changed_by text not null,
  via text not null check (via in ('form', 'import', 'phone', 'api', 'system')),
  source_list_id uuid,
  kind text not null check (kind in ('created', 'edited', 'evidence', 'figure', 'product', 'group', 'premises', 'note')),
  changes jsonb not null,                    -- [{ field, before, after }]
  primary key (office_code, change_id)
);
create index record_changes_enterprise on record_changes (office_code, enterprise_id, changed_at desc);
create index record_changes_owner on record_changes (office_code, owner_id, changed_at desc);
call protect_by_office('record_changes', 'select, insert');

-- Owners whose own (or family's) phone this is, across offices: needed at sign-in, before an office is known.
-- Runs as its owner and answers nothing but keys.
create function owners_with_phone(wanted bytea) returns table (office_code text, owner_id uuid)
language sql stable security definer set search_path = public as $$
  select p.office_code, p.owner_id from owner_phones p where p.phone_index = wanted and p.whose in ('own', 'family')
$$;
revoke all on function owners_with_phone(bytea) from public;
grant execute on function owners_with_phone(bytea) to :app_role;
-- One for both questions: who has this phone in the office, and who has it anywhere (at sign-in).
create index owner_phones_phone on owner_phones (phone_index, office_code);
