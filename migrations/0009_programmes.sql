-- Programmes (pelatihan & fasilitasi): partners, budget, intakes, and what everybody has received.

-- A partner's people see the partner's own intakes and nothing else.
alter table memberships drop constraint memberships_scope_kind_check;
alter table memberships add constraint memberships_scope_kind_check
  check (scope_kind in ('office', 'district', 'village', 'group', 'owner', 'partner'));

create table partners (
  office_code text not null references offices (office_code),
  partner_id uuid not null,
  kind text not null check (kind in ('training_centre', 'manpower_office', 'company', 'other_office', 'university', 'association', 'other')),
  name text not null,
  note text,
  created_at timestamptz not null,
  ended_on date,
  revision integer not null default 1,
  primary key (office_code, partner_id),
  unique (office_code, name)
);
call protect_by_office('partners');

-- One line of the year's budget, by its code; the official book is kept elsewhere.
create table budget_lines (
  office_code text not null references offices (office_code),
  budget_line_id uuid not null,
  fiscal_year integer not null check (fiscal_year between 2000 and 2200),
  code text not null,                        -- sub-kegiatan and account, e.g. 2.17.07.2.01.0015 / 5.1.02
  name text not null,
  indicator text,
  target text,
  created_at timestamptz not null,
  revision integer not null default 1,
  primary key (office_code, budget_line_id),
  unique (office_code, fiscal_year, code)
);
call protect_by_office('budget_lines');

-- The ceiling (pagu) as decided, and each shift in the middle of the year with its document. Never changed, only added to.
create table budget_ceilings (
  office_code text not null,
  ceiling_id uuid not null,
  budget_line_id uuid not null,
  effective_on date not null,
  amount bigint not null check (amount >= 0),  -- rupiah
  document_number text not null,
  note text,
  seq bigint not null generated always as identity, -- of two on one day the later counts
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (office_code, ceiling_id),
  foreign key (office_code, budget_line_id) references budget_lines (office_code, budget_line_id)
);
create index budget_ceilings_line on budget_ceilings (office_code, budget_line_id, effective_on);
call protect_by_office('budget_ceilings', 'select, insert');

create table programmes (
  office_code text not null references offices (office_code),
  programme_id uuid not null,
  kind text not null check (kind in ('training', 'facilitation', 'mentoring', 'coaching')),
  topic text not null check (topic in
    ('export', 'halal', 'pirt', 'brand', 'packaging', 'branding', 'qris', 'marketplace', 'finance', 'production', 'other')),
  name text not null,
  summary text,                              -- for the public page
  partner_id uuid,
  template text,                             -- made from which of our own templates
  status text not null default 'active' check (status in ('active', 'ended')),
  created_at timestamptz not null,
  created_by text not null,
  revision integer not null default 1,
  primary key (office_code, programme_id),
  foreign key (office_code, partner_id) references partners (office_code, partner_id)
);
call protect_by_office('programmes');

create table programme_stages (
  office_code text not null,
  programme_id uuid not null,
  stage smallint not null check (stage between 1 and 20),
  name text not null,
  description text,
  days smallint check (days between 1 and 365),
  primary key (office_code, programme_id, stage),
  foreign key (office_code, programme_id) references programmes (office_code, programme_id)
);
call protect_by_office('programme_stages');

-- One intake (angkatan): a time, a place and so many seats of one programme.
create table intakes (
  office_code text not null,
  intake_id uuid not null,
  programme_id uuid not null,
  name text not null,                        -- e.g. Angkatan 1 tahun 2027
  code text not null,                        -- in public addresses
  stage smallint not null default 1,
  partner_id uuid,                           -- who carries it out; else the programme's
  place text,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  seats integer not null check (seats between 1 and 10000),
  cost_per_seat bigint not null default 0 check (cost_per_seat >= 0),
  budget_line_id uuid,
  applications_open_at timestamptz,
  applications_close_at timestamptz check (applications_close_at > applications_open_at),
  status text not null default 'planned' check (status in
    ('planned', 'open', 'closed', 'running', 'finished', 'postponed', 'cancelled')),
  status_reason text,                        -- why it waits or was called off, as whoever did so said
  created_at timestamptz not null,
  created_by text not null,
  revision integer not null default 1,
  primary key (office_code, intake_id),
  unique (office_code, code),
  foreign key (office_code, programme_id) references programmes (office_code, programme_id),
  foreign key (office_code, partner_id) references partners (office_code, partner_id),
  foreign key (office_code, budget_line_id) references budget_lines (office_code, budget_line_id)
);
create index intakes_programme on intakes (office_code, programme_id);
create index intakes_partner on intakes (office_code, partner_id) where partner_id is not null;
call protect_by_office('intakes');

-- Money promised to an intake. The sum of what is active never passes the ceiling by a new promise.
create table commitments (
  office_code text not null,
  commitment_id uuid not null,
  budget_line_id uuid not null,
  intake_id uuid not null,
  amount bigint not null check (amount > 0), -- rupiah
  status text not null default 'active' check (status in ('active', 'postponed', 'released')),
  committed_at timestamptz not null,
  committed_by text not null,
  changed_at timestamptz,
  changed_by text,
  primary key (office_code, commitment_id),
  foreign key (office_code, budget_line_id) references budget_lines (office_code, budget_line_id),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id)
);
create index commitments_line on commitments (office_code, budget_line_id) where status = 'active';
create unique index commitments_intake on commitments (office_code, intake_id) where status <> 'released';
call protect_by_office('commitments', 'select, insert, update');

-- What was paid (realisasi). A mistake is put right by a line that takes it back.
create table spendings (
  office_code text not null,
  spending_id uuid not null,
  commitment_id uuid not null,
  amount bigint not null check (amount <> 0),
  spent_on date not null,
  document_number text not null,
  note text,
  takes_back uuid,                           -- the line that this one undoes
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (office_code, spending_id),
  foreign key (office_code, commitment_id) references commitments (office_code, commitment_id),
  foreign key (office_code, takes_back) references spendings (office_code, spending_id),
  check ((amount < 0) = (takes_back is not null))
);
create unique index spendings_taken_back on spendings (office_code, takes_back) where takes_back is not null;
create index spendings_commitment on spendings (office_code, commitment_id);
call protect_by_office('spendings', 'select, insert');

-- The exposure ledger (riwayat pembinaan): everything that anybody received, from this office or from others. Children of
-- the enterprise that received it, read through the record that stands for it.
create table support_records (
  office_code text not null references offices (office_code),
  support_id uuid not null,
  enterprise_id uuid not null,
  kind text not null check (kind in ('training', 'facilitation', 'mentoring', 'coaching', 'capital_aid', 'equipment', 'market', 'other')),
  topic text not null check (topic in
    ('export', 'halal', 'pirt', 'brand', 'packaging', 'branding', 'qris', 'marketplace', 'finance', 'production', 'other')),
  title text not null,
  provider text not null,                    -- who gave it: this office, another, a company
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  outcome text not null default 'received' check (outcome in ('received', 'completed', 'left', 'absent')),
  value bigint check (value >= 0),           -- rupiah
  source_kind text not null check (source_kind in ('intake', 'list', 'officer')),
  source_id uuid,                            -- the intake, or the batch that a list became
  recorded_at timestamptz not null,
  recorded_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  touched bigint not null default (pg_current_xact_id()::text::bigint),
  primary key (office_code, support_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id)
);
-- The same support is recorded once, however often a list is brought in.
create unique index support_records_same on support_records (office_code, enterprise_id, kind, topic, started_on, lower(title))
  where withdrawn_at is null;
create index support_records_enterprise on support_records (office_code, enterprise_id, started_on);
create index support_records_source on support_records (office_code, source_kind, source_id) where source_id is not null;
create index support_records_touched on support_records (office_code, touched);
call protect_by_office('support_records', 'select, insert, update');

-- What a whole list received, written down at once and taken back at once.
create table support_batches (
  office_code text not null,
  batch_id uuid not null,
  source_list_id uuid not null,
  kind text not null,
  topic text not null,
  title text not null,
  provider text not null,
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  outcome text not null,
  records integer not null check (records >= 0),
  recorded_at timestamptz not null,
  recorded_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (office_code, batch_id),
  foreign key (office_code, source_list_id) references source_lists (office_code, source_list_id)
);
call protect_by_office('support_batches', 'select, insert, update');
