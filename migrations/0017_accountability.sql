-- The papers of accountability (kelengkapan kegiatan, SPJ), and certificates that anybody can verify.

-- What is filled in once for all papers of an intake: numbers, dates, who signs.
create table intake_papers (
  office_code text not null references offices (office_code),
  intake_id uuid not null,
  settings jsonb not null,                   -- rules/paper-settings.ts
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (office_code, intake_id),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id)
);
call protect_by_office('intake_papers', 'select, insert, update');

-- What belongs into the folder of accountability: photographs of signed sheets, of the activity, receipts (nota).
create table intake_files (
  office_code text not null,
  file_id uuid not null,
  intake_id uuid not null,
  session_id uuid,
  kind text not null check (kind in
    ('invitation', 'attendance_sheet', 'receipt_list', 'minutes', 'report', 'activity_photo', 'invoice', 'other')),
  original_name text not null,
  media_type text not null,
  byte_size bigint not null,
  sha256 bytea not null,
  storage_key text not null,
  caption text,
  added_at timestamptz not null,
  added_by text not null,
  removed_at timestamptz,
  removed_by text,
  primary key (office_code, file_id),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id),
  foreign key (office_code, session_id) references sessions_of_intakes (office_code, session_id)
);
create index intake_files_intake on intake_files (office_code, intake_id) where removed_at is null;
create unique index intake_files_same on intake_files (office_code, intake_id, kind, sha256) where removed_at is null;
call protect_by_office('intake_files', 'select, insert, update');

-- A certificate bears what it said on its day: later changes of the register do not reach it.
create table certificates (
  office_code text not null,
  certificate_id uuid not null,
  intake_id uuid not null,
  participant_id uuid not null,
  enterprise_id uuid not null,
  number text not null,
  verify_code text not null,                 -- in the QR code and the public address
  content jsonb not null,                    -- name, enterprise, programme, days, hours, signatory
  issued_on date not null,
  issued_at timestamptz not null,
  issued_by text not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_reason text,
  primary key (office_code, certificate_id),
  unique (office_code, number),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id),
  foreign key (office_code, participant_id) references participants (office_code, participant_id)
);
create unique index certificates_verify on certificates (verify_code);
create unique index certificates_standing on certificates (office_code, participant_id) where revoked_at is null;
call protect_by_office('certificates', 'select, insert, update');

-- What anybody may know of a certificate whose code they hold, of whatever office: this and nothing else.
create function certificate_by_verify_code(wanted text)
returns table (office_name text, name text, programme text, starts_on text, ends_on text, number text, issued_on date,
               revoked_on date)
language sql stable security definer set search_path = public as $$
  select c.content ->> 'office', c.content ->> 'name', c.content ->> 'programme', c.content ->> 'startsOn',
         c.content ->> 'endsOn', c.number, c.issued_on, (c.revoked_at at time zone 'Asia/Jakarta')::date
  from certificates c
  where c.verify_code = wanted
$$;
revoke all on function certificate_by_verify_code(text) from public;
grant execute on function certificate_by_verify_code(text) to :app_role;
