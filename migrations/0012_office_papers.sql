-- What an office's papers bear: its letterhead (kop), and who signs.

create table letterheads (
  office_code text not null references offices (office_code),
  letterhead_id uuid not null,
  effective_on date not null,
  lines jsonb not null,                      -- from the top, e.g. ["PEMERINTAH KOTA …", "DINAS …"]
  address text not null,
  contact text,                              -- telephone, e-mail, site
  city text not null,                        -- before the date of a paper
  logo bytea,                                -- PNG
  created_at timestamptz not null,
  created_by text not null,
  seq bigint not null generated always as identity, -- of two on one day the later counts
  primary key (office_code, letterhead_id)
);
call protect_by_office('letterheads', 'select, insert');

-- Somebody may sign from a day on, until another: papers of that time keep that name.
create table signatories (
  office_code text not null references offices (office_code),
  signatory_id uuid not null,
  duty text not null check (duty in ('head', 'commitment_officer', 'technical_officer', 'treasurer', 'organiser', 'other')),
  name text not null,
  rank text,                                 -- pangkat/golongan, e.g. Pembina Tk. I (IV/b)
  nip text,
  position text not null,                    -- jabatan as printed
  acting text check (acting in ('plt', 'plh')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  created_at timestamptz not null,
  created_by text not null,
  revision integer not null default 1,
  primary key (office_code, signatory_id)
);
call protect_by_office('signatories', 'select, insert, update');
