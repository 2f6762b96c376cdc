-- Phones in the field and what they deliver.

-- The key pair to which phones seal their work. The private half is sealed under a key of its own
-- (person_keys, person_id = key_id).
create table census_keys (
  office_code text not null references offices (office_code),
  key_id uuid not null,
  public_key bytea not null,                 -- raw point on P-256, 65 bytes
  private_cipher bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz,                    -- no longer handed out; what was sealed to it can still be opened
  primary key (office_code, key_id)
);
call protect_by_office('census_keys', 'select, insert, update');

create table field_phones (
  office_code text not null references offices (office_code),
  phone_id uuid not null,                    -- made by the phone
  label text not null,
  delivery_hash bytea not null,              -- SHA-256 of the token with which it may deliver, and nothing else
  delivery_cipher bytea not null,            -- the token itself, to sign receipts of outbox files (key: person_id = phone_id)
  app_version text,
  user_agent text,
  registered_by text not null,
  registered_at timestamptz not null,
  last_seen_at timestamptz,
  last_delivery_at timestamptz,
  unsent_count integer,                      -- as it said when last seen
  revoked_at timestamptz,
  primary key (office_code, phone_id)
);
call protect_by_office('field_phones');

-- Who works with this phone. Several may share one.
create table field_phone_users (
  office_code text not null,
  phone_id uuid not null,
  user_id text not null references auth_users (id),
  pull_hash bytea not null,                  -- SHA-256 of the token with which this person's list is fetched
  granted_at timestamptz not null,
  last_pull_at timestamptz,
  revoked_at timestamptz,
  wiped_at timestamptz,                      -- the phone said that this person's data is gone
  primary key (office_code, phone_id, user_id),
  foreign key (office_code, phone_id) references field_phones (office_code, phone_id)
);
create index field_phone_users_user on field_phone_users (office_code, user_id);
call protect_by_office('field_phone_users');

-- Every sealed envelope that reached the office, by sync or by file: the same one twice is one.
create table deliveries (
  office_code text not null references offices (office_code),
  envelope_id uuid not null,
  phone_id uuid,
  via text not null check (via in ('sync', 'file')),
  received_at timestamptz not null,
  state text not null check (state in ('applied', 'quarantined', 'unreadable', 'released', 'set_aside')),
  reason text,
  sealed bytea,                              -- kept as it came while nobody has decided; else null
  sealed_hash bytea not null,                -- SHA-256 of it: the same id with other content is another envelope
  sealed_under uuid,                         -- of such a one: the id under which it came
  key_id uuid,
  decided_by text,
  decided_at timestamptz,
  primary key (office_code, envelope_id)
);
create index deliveries_waiting on deliveries (office_code, received_at) where state in ('quarantined', 'unreadable');
call protect_by_office('deliveries');

-- One filled questionnaire, as the enumerator sent it. Personal answers are sealed (person_keys, person_id =
-- submission_id); the others stand in `answers`.
create table submissions (
  office_code text not null references offices (office_code),
  submission_id uuid not null,               -- made on the phone, as is the envelope's id
  round_id uuid not null,
  row_id uuid,                               -- null: an enterprise found in the field
  enterprise_id uuid,
  recheck_of uuid,                           -- a second look at this submission
  phone_id uuid,
  user_id text not null references auth_users (id),
  form_id text not null,
  form_version integer not null,
  app_version text not null,
  is_finished boolean not null default true, -- false: a draft that was delivered because its phone was to be wiped
  verdict text check (verdict in
    ('produces', 'services', 'works_for_others', 'trades_only', 'paused', 'closed', 'moved', 'duplicate',
     'never_existed', 'not_found', 'refused')),
  -- As the phone's clock said, by which a delivery is known again. By the office's clock it was clock_off_s earlier:
  -- that is what people read, and what days, hours and the order of work go by (`officeTime`).
  started_at timestamptz not null,
  finished_at timestamptz not null,
  received_at timestamptz not null,
  clock_off_s integer,                       -- phone's clock minus the server's, when last compared
  active_s integer,                          -- time with the form open
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  accuracy_m real,
  answers jsonb not null,                    -- path → answer, without personal ones
  personal bytea,                            -- and fields that only newer programs know
  preloaded jsonb not null default '{}',     -- path → what the register said when the form was opened
  phone_index bytea,
  photo_notes jsonb not null default '[]',   -- its photos as the phone knows them: id, item, when and where taken
  village_code text,                         -- where an enterprise was found that stood on no list
  base_revision integer,                     -- of the enterprise, as the phone knew it
  conflicts text[] not null default '{}',    -- reassigned, edited_in_office, answered_twice, round_closed
  status text not null default 'received' check (status in
    ('received', 'sent_back', 'approved', 'set_aside', 'replaced')),
  touched bigint not null default (pg_current_xact_id()::text::bigint),
  primary key (office_code, submission_id),
  foreign key (office_code, round_id) references census_rounds (office_code, round_id),
  foreign key (office_code, row_id) references census_rows (office_code, row_id)
);
create index submissions_row on submissions (office_code, row_id);
create index submissions_round on submissions (office_code, round_id, status, received_at);
create index submissions_user on submissions (office_code, round_id, user_id, finished_at);
create index submissions_phone_number on submissions (office_code, phone_index) where phone_index is not null;
call protect_by_office('submissions');

-- A photo belongs to a submission and may arrive before or after it, in pieces.
create table submission_photos (
  office_code text not null references offices (office_code),
  photo_id uuid not null,                    -- made on the phone
  submission_id uuid not null,
  item text,                                 -- the question it answers
  byte_size integer not null check (byte_size > 0),       -- of the sealed photo, as it travels
  received_bytes integer not null default 0,
  sha256 bytea not null,                     -- of the sealed photo
  state text not null check (state in ('receiving', 'stored', 'ready', 'broken')),
  storage_key text,                          -- sealed while it is being received, then the photo itself
  key_id uuid,
  media_type text,
  width integer,
  height integer,
  likeness bytea,                            -- perceptual hash, 8 bytes
  taken_at timestamptz,
  received_at timestamptz not null,
  primary key (office_code, photo_id)
);
create index submission_photos_submission on submission_photos (office_code, submission_id);
-- Waiting to be opened, oldest first.
create index submission_photos_stored on submission_photos (office_code, received_at) where state = 'stored';
create index submission_photos_likeness on submission_photos (office_code, likeness) where likeness is not null;
call protect_by_office('submission_photos');
