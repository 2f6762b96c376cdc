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
  storage_key text not null,
  -- uploaded → inspecting → mapping (a person looks) → staging → staged (a person looks) → applying → applied
  status text not null default 'uploaded' check (status in
    ('uploaded', 'inspecting', 'mapping', 'staging', 'staged', 'applying', 'applied', 'taking_back', 'taken_back', 'refused', 'cancelled')),
  refusal jsonb,                             -- why the file cannot be read: code and details, no cell contents
  inspection jsonb,                          -- sheets, header rows, proposed columns, damaged columns, skipped rows by reason
  mapping jsonb,                             -- what a person confirmed: column → field
  counts jsonb,                              -- rows by disposition and by action
  task_id uuid,
  source_list_id uuid,
  previous_import_id uuid,                   -- an earlier edition of the same source
  created_by text not null,
  created_by_id text,
  created_at timestamptz not null,
  applied_at timestamptz,
  taken_back_at timestamptz,
  primary key (office_code, import_id),
  foreign key (office_code, source_list_id) references source_lists (office_code, source_list_id)
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
  disposition text not null check (disposition in ('ready', 'needs_mending', 'other_area')),
  problems jsonb not null default '[]',      -- [{ column, field, code, severity }], no cell contents
  sealed bytea not null,                     -- { cells, record }
  nik_index bytea,
  nib text,
  row_key bytea,                             -- keyed hash of what makes this row the same row in another edition
  content_hash bytea,
  -- What saving will do, decided against the register: new, changed, unchanged, same (twice in this list)
  action text check (action in ('new', 'changed', 'unchanged', 'repeated')),
  matched_by text check (matched_by in ('nik', 'nib', 'source_key', 'row_id')),
  owner_id uuid,
  enterprise_id uuid,
  applied_at timestamptz,
  primary key (office_code, import_id, row_number),
  foreign key (office_code, import_id) references imports (office_code, import_id)
);
create index staged_rows_disposition on staged_rows (office_code, import_id, disposition, row_number);
create index staged_rows_nik on staged_rows (office_code, import_id, nik_index) where nik_index is not null;
create index staged_rows_key on staged_rows (office_code, import_id, row_key) where row_key is not null;
call protect_by_office('staged_rows');

-- How the columns of a source were understood last time, by the shape of its header.
create table remembered_mappings (
  office_code text not null references offices (office_code),
  header_signature bytea not null,
  mapping jsonb not null,
  kind text not null,
  used_at timestamptz not null,
  primary key (office_code, header_signature)
);
call protect_by_office('remembered_mappings');

-- An enterprise that came with a list which was taken back: out of sight and out of every count, not erased.
alter table enterprises add column withdrawn_at timestamptz;
alter table enterprises add column withdrawn_with uuid;
