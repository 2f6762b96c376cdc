-- Lists on their way into the register: the file, how it is read, its rows before they are saved.

create table imports (
  office_code text not null references offices (office_code),
  import_id uuid not null,
  name text not null,
  kind text not null check (kind in ('bpum', 'sidt', 'oss', 'village', 'office', 'other')),
  as_of date not null,
  legal_basis text,
  entry text not null check (entry in ('file', 'pasted', 'typed')),
  original_name text not null,
  byte_size bigint not null,
  sha256 bytea not null,
  storage_key text,                          -- null: typed without a photo beside it
  -- inspecting → mapping (a person looks) → staging → staged (a person looks) → applying → applied
  -- typing: rows are typed beside a photo, then staged
  status text not null check (status in
    ('inspecting', 'typing', 'mapping', 'staging', 'staged', 'applying', 'applied', 'taking_back', 'taken_back', 'refused', 'cancelled')),
  refusal jsonb,                             -- why it cannot be read: code and details, no cell contents
  inspection jsonb,                          -- sheets, header rows, proposed columns, damaged columns, skipped rows by reason
  mapping jsonb,                             -- what a person confirmed: which list, its columns, KBLI edition, year
  counts jsonb,                              -- rows by disposition and action, problems by kind
  task_id uuid,
  source_list_id uuid,
  previous_import_id uuid,                   -- an earlier edition of the same source
  mends_import_id uuid,                      -- the list whose rejected rows come back mended
  created_by text not null,
  created_by_id text,
  created_at timestamptz not null,
  staged_at timestamptz,
  decided_as_of bigint,                      -- newest change of the register when saving was decided
  applied_at timestamptz,
  taken_back_at timestamptz,
  primary key (office_code, import_id),
  foreign key (office_code, source_list_id) references source_lists (office_code, source_list_id),
  foreign key (office_code, previous_import_id) references imports (office_code, import_id),
  foreign key (office_code, mends_import_id) references imports (office_code, import_id)
);
create index imports_time on imports (office_code, created_at desc);
call protect_by_office('imports');

-- One row of the list. What it says is sealed under the import's own key (person_keys, person_id = import_id),
-- since it holds NIK and phone numbers as they came; beside it only what sorting and matching need.
create table staged_rows (
  office_code text not null,
  import_id uuid not null,
  row_number integer not null,               -- running number over all sheets, in the order of the file
  sheet_name text not null,
  sheet_row integer not null,                -- as the spreadsheet program numbers it
  disposition text not null check (disposition in ('ready', 'needs_mending', 'other_area', 'mended')),
  problems jsonb not null default '[]',      -- [{ column, field, code, severity, value … }], personal numbers veiled
  sealed bytea not null,                     -- { cells, record }
  nik_index bytea,
  nib text,
  source_key text,
  business_key text,                         -- of the business's name, folded
  person_key text,                           -- of the owner's name, folded
  names_key text,                            -- owner, business and village: how a row without numbers is found again
  enterprise_ref uuid,                       -- the sheet says itself which enterprise it means
  mends_row integer,                         -- row of the list that this one mends
  primary key (office_code, import_id, row_number),
  foreign key (office_code, import_id) references imports (office_code, import_id)
);
create index staged_rows_disposition on staged_rows (office_code, import_id, disposition, row_number);
call protect_by_office('staged_rows');

-- What saving a row will do, decided against the register and the list itself. Ids of new records are given here
-- already, so that a batch saved twice is refused by the primary keys.
create table import_matches (
  office_code text not null,
  import_id uuid not null,
  row_number integer not null,
  -- waiting: the row is to be mended first, but stands for an enterprise of the edition before
  action text not null check (action in ('new', 'changed', 'unchanged', 'repeated', 'waiting')),
  matched_by text,                           -- row_id, source, nib_and_business, nik_and_business, nib, nik, names_and_village, likeness
  repeats_row integer,
  owner_id uuid,
  makes_owner boolean not null default false,
  enterprise_id uuid,
  lane smallint not null default 0,          -- rows of one owner are in one lane; lanes are saved side by side
  primary key (office_code, import_id, row_number),
  foreign key (office_code, import_id) references imports (office_code, import_id)
);
create index import_matches_action on import_matches (office_code, import_id, action, row_number);
create index import_matches_enterprise on import_matches (office_code, enterprise_id);
call protect_by_office('import_matches');

-- Rows of the list that look like an enterprise of the register, or like each other, by the ids that they will have:
-- pairs to be put into the queue once the list is saved.
create table import_pairs (
  office_code text not null,
  import_id uuid not null,
  left_id uuid not null,
  right_id uuid not null,
  found jsonb not null,                      -- how alike and why, without a personal value
  primary key (office_code, import_id, left_id, right_id),
  foreign key (office_code, import_id) references imports (office_code, import_id)
);
call protect_by_office('import_pairs');

-- How far each lane is saved.
create table import_lanes (
  office_code text not null,
  import_id uuid not null,
  lane smallint not null,
  saved_up_to integer not null,              -- row_number
  primary key (office_code, import_id, lane),
  foreign key (office_code, import_id) references imports (office_code, import_id)
);
call protect_by_office('import_lanes');

-- What a row changed of records that stood there before: sealed, for taking the list back.
create table import_undo (
  office_code text not null,
  import_id uuid not null,
  row_number integer not null,
  enterprise_id uuid not null,
  sealed bytea not null,                     -- what was set, and what stood there
  primary key (office_code, import_id, row_number),
  foreign key (office_code, import_id) references imports (office_code, import_id)
);
call protect_by_office('import_undo');

-- How the columns of a source were understood last time, by the shape of its header.
create table remembered_mappings (
  office_code text not null references offices (office_code),
  header_signature text not null,
  mapping jsonb not null,
  kind text not null,
  used_at timestamptz not null,
  primary key (office_code, header_signature)
);
call protect_by_office('remembered_mappings');

-- An enterprise that came with a list which was taken back: out of sight and out of every count, not erased.
alter table enterprises add column withdrawn_at timestamptz;
alter table enterprises add column withdrawn_with uuid;
-- A list that was taken back: its figures are left out wherever figures are read, since figures are never erased.
alter table source_lists add column withdrawn_at timestamptz;
