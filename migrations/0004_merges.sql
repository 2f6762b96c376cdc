-- Records of one enterprise, or of one person, that came in twice: led to one another, never deleted.

-- For a record that was led to another: the one that now stands for it, over all steps. Null for nearly all.
alter table enterprises add column merged_into uuid;
alter table owners add column merged_into uuid;
-- What the record says by itself while it is one of several that are shown as one:
-- { "values": { column: value }, "written": { unit: place in the order of writes } }. Null for a record that stands alone.
alter table enterprises add column own jsonb;
alter table owners add column own jsonb;
alter table enterprises add foreign key (office_code, merged_into) references enterprises (office_code, enterprise_id);
alter table owners add foreign key (office_code, merged_into) references owners (office_code, owner_id);
alter table enterprises add check (merged_into <> enterprise_id and (merged_into is null or own is not null));
alter table owners add check (merged_into <> owner_id and (merged_into is null or own is not null));
create index enterprises_merged on enterprises (office_code, merged_into) where merged_into is not null;
create index owners_merged on owners (office_code, merged_into) where merged_into is not null;

-- One row per merge, kept when it is undone. Redirects that stand form trees: a record is led to one other.
create table enterprise_redirects (
  office_code text not null references offices (office_code),
  merge_id uuid not null,
  merged_id uuid not null,
  survivor_id uuid not null,                 -- which then stood for itself
  kind text not null check (kind in ('same', 'family_continues')),
  takes_owner boolean not null default false, -- the merged record's owner is the one who continues
  pair_id uuid,                              -- the candidate pair that was decided
  seq integer not null,                      -- its place in the order of merges and writes
  merged_at timestamptz not null,
  merged_by text not null,
  undone_at timestamptz,
  undone_by text,
  primary key (office_code, merge_id),
  foreign key (office_code, merged_id) references enterprises (office_code, enterprise_id),
  foreign key (office_code, survivor_id) references enterprises (office_code, enterprise_id),
  check (merged_id <> survivor_id)
);
create unique index enterprise_redirects_standing on enterprise_redirects (office_code, merged_id) where undone_at is null;
create index enterprise_redirects_survivor on enterprise_redirects (office_code, survivor_id);
call protect_by_office('enterprise_redirects', 'select, insert, update');

create table owner_redirects (
  office_code text not null references offices (office_code),
  merge_id uuid not null,
  merged_id uuid not null,
  survivor_id uuid not null,
  kind text not null check (kind in ('same', 'same_owner')),
  enterprise_merge_id uuid,                  -- came with this merge of enterprises, and goes with it
  pair_id uuid,
  seq integer not null,
  merged_at timestamptz not null,
  merged_by text not null,
  undone_at timestamptz,
  undone_by text,
  primary key (office_code, merge_id),
  foreign key (office_code, merged_id) references owners (office_code, owner_id),
  foreign key (office_code, survivor_id) references owners (office_code, owner_id),
  foreign key (office_code, enterprise_merge_id) references enterprise_redirects (office_code, merge_id),
  check (merged_id <> survivor_id),
  check ((kind = 'same') = (enterprise_merge_id is not null))
);
create unique index owner_redirects_standing on owner_redirects (office_code, merged_id) where undone_at is null;
create index owner_redirects_survivor on owner_redirects (office_code, survivor_id);
call protect_by_office('owner_redirects', 'select, insert, update');

alter table record_changes drop constraint record_changes_kind_check;
alter table record_changes add constraint record_changes_kind_check check (kind in
  ('created', 'edited', 'evidence', 'figure', 'product', 'group', 'premises', 'note', 'merged', 'unmerged'));

-- A phone lets its owner in to the record that stands for them.
create or replace function owners_with_phone(wanted bytea) returns table (office_code text, owner_id uuid)
language sql stable security definer set search_path = public as $$
  select distinct p.office_code, coalesce(o.merged_into, o.owner_id)
  from owner_phones p join owners o on o.office_code = p.office_code and o.owner_id = p.owner_id
  where p.phone_index = wanted and p.whose in ('own', 'family')
$$;
