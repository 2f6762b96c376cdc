-- Reaching owners: what they agreed to, who was written to, what came back. Numbers stand here as blind indexes only;
-- the number itself stays under the owner's key in owner_phones.

-- What an owner said about being written to, by channel and purpose. A statement is never changed: the newest one holds.
create table contact_consents (
  office_code text not null,
  consent_id uuid not null,
  owner_id uuid not null,
  enterprise_id uuid,                        -- at whose profile it was written down
  channel text not null check (channel in ('whatsapp', 'email', 'phone', 'letter', 'visit')),
  purpose text not null check (purpose in ('service', 'programme', 'promotion')),
  answer text not null check (answer in ('given', 'withdrawn')),
  proof text not null check (proof in ('form', 'spoken', 'reply')),
  note text,
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (office_code, consent_id),
  foreign key (office_code, owner_id) references owners (office_code, owner_id)
);
create index contact_consents_owner on contact_consents (office_code, owner_id, said_on desc);
call protect_by_office('contact_consents', 'select, insert');

-- Numbers that said stop. It holds for the number, whoever it belongs to, until that person asks otherwise.
create table contact_opt_outs (
  office_code text not null references offices (office_code),
  opt_out_id uuid not null,
  phone_index bytea not null,
  heard_as text not null check (heard_as in ('reply', 'spoken', 'provider')),
  heard_at timestamptz not null,
  recorded_by text not null,
  lifted_at timestamptz,
  lifted_by text,
  primary key (office_code, opt_out_id)
);
create unique index contact_opt_outs_phone on contact_opt_outs (office_code, phone_index) where lifted_at is null;
call protect_by_office('contact_opt_outs', 'select, insert, update');

-- A named list of people with one message.
create table outreaches (
  office_code text not null references offices (office_code),
  outreach_id uuid not null,
  title text not null,
  purpose text not null check (purpose in ('service', 'programme', 'promotion')),
  message text not null,                     -- with {nama}, {usaha} … rules/fill-message.ts
  origin_kind text not null,                 -- 'register', 'not_greeted', 'eligibility' …
  origin_id text not null,                   -- the same origin makes no second list
  status text not null default 'open' check (status in ('open', 'closed')),
  -- Sending by WhatsApp's own service: an approved template, and whether it runs. Null: by hand.
  template_name text,
  template_language text,
  template_category text check (template_category in ('utility', 'marketing')),
  sending text not null default 'off' check (sending in ('off', 'on', 'paused')),
  pause_reason text,
  paused_until timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  created_by_name text not null,
  closed_at timestamptz,
  primary key (office_code, outreach_id),
  unique (office_code, origin_kind, origin_id),
  check ((sending = 'off') or (template_name is not null and template_language is not null and template_category is not null))
);
call protect_by_office('outreaches', 'select, insert, update');

-- One for each phone; where there is none, one for each owner; where there is no owner either, one for the enterprise.
create table outreach_recipients (
  office_code text not null,
  recipient_id uuid not null,
  outreach_id uuid not null,
  place integer not null,                    -- in the order in which they were given
  owner_id uuid,
  phone_index bytea,
  lane text not null check (lane in ('chat', 'auto', 'letter', 'visit', 'none')),
  lane_reason text,                          -- rules/may-contact.ts, rules/choose-lane.ts
  state text not null default 'waiting' check (state in
    ('waiting', 'sent', 'wrong_number', 'replied', 'declined', 'handed', 'met', 'not_met')),
  skips integer not null default 0,
  leased_by text,                            -- who has this person before them, and until when
  leased_until timestamptz,
  settled_at timestamptz,
  settled_by text,
  primary key (office_code, recipient_id),
  unique (office_code, outreach_id, place),
  foreign key (office_code, outreach_id) references outreaches (office_code, outreach_id),
  foreign key (office_code, owner_id) references owners (office_code, owner_id)
);
create index outreach_recipients_queue on outreach_recipients (office_code, outreach_id, lane, state, skips, place);
create index outreach_recipients_phone on outreach_recipients (office_code, phone_index) where phone_index is not null;
call protect_by_office('outreach_recipients', 'select, insert, update');

create table outreach_enterprises (
  office_code text not null,
  outreach_id uuid not null,
  enterprise_id uuid not null,
  recipient_id uuid not null,
  primary key (office_code, outreach_id, enterprise_id),
  foreign key (office_code, recipient_id) references outreach_recipients (office_code, recipient_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id)
);
create index outreach_enterprises_recipient on outreach_enterprises (office_code, recipient_id);
call protect_by_office('outreach_enterprises', 'select, insert');

-- Every contact, with whom and with what result; the number that was opened for it is never written here.
create table contacts (
  office_code text not null references offices (office_code),
  contact_id uuid not null,
  owner_id uuid,
  outreach_id uuid,
  recipient_id uuid,
  channel text not null check (channel in ('chat', 'whatsapp', 'email', 'phone', 'letter', 'visit')),
  purpose text not null check (purpose in ('service', 'programme', 'promotion', 'reply')),
  result text not null check (result in
    ('opened', 'sent', 'wrong_number', 'replied', 'skipped', 'handed', 'met', 'not_met', 'no_answer', 'declined',
     'doubtful', 'failed')),
  note text,
  happened_at timestamptz not null,
  done_by text not null,
  done_by_name text not null,
  settled_at timestamptz,
  undone_at timestamptz,
  undo jsonb,                                -- how the recipient stood before
  primary key (office_code, contact_id),
  foreign key (office_code, recipient_id) references outreach_recipients (office_code, recipient_id)
);
create index contacts_recipient on contacts (office_code, recipient_id, happened_at desc) where recipient_id is not null;
create index contacts_done_by on contacts (office_code, outreach_id, done_by, settled_at desc);
call protect_by_office('contacts', 'select, insert, update');

create table contact_enterprises (
  office_code text not null,
  contact_id uuid not null,
  enterprise_id uuid not null,
  primary key (office_code, contact_id, enterprise_id),
  foreign key (office_code, contact_id) references contacts (office_code, contact_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id)
);
create index contact_enterprises_enterprise on contact_enterprises (office_code, enterprise_id);
call protect_by_office('contact_enterprises', 'select, insert');

-- One message handed to the provider. Written before the call, so that what became of it can be in doubt but never unknown.
create table message_sends (
  office_code text not null,
  send_id uuid not null,
  outreach_id uuid not null,
  recipient_id uuid not null,
  contact_id uuid,
  status text not null default 'waiting' check (status in
    ('waiting', 'sending', 'doubtful', 'accepted', 'sent', 'delivered', 'read', 'failed', 'dropped')),
  attempts integer not null default 0,
  not_before timestamptz,
  provider_message_id text,
  error_code text,
  error_text text,
  cost bigint not null default 0 check (cost >= 0),  -- rupiah
  created_at timestamptz not null,
  called_at timestamptz,
  status_at timestamptz,
  primary key (office_code, send_id),
  unique (office_code, recipient_id),
  foreign key (office_code, outreach_id) references outreaches (office_code, outreach_id),
  foreign key (office_code, recipient_id) references outreach_recipients (office_code, recipient_id)
);
create unique index message_sends_provider on message_sends (office_code, provider_message_id)
  where provider_message_id is not null;
create index message_sends_queue on message_sends (office_code, outreach_id, status, send_id);
create index message_sends_called on message_sends (office_code, called_at) where called_at is not null;
call protect_by_office('message_sends', 'select, insert, update');

-- What people wrote back, sealed; the provider's id keeps a repeated notice from being a second reply.
create table contact_replies (
  office_code text not null references offices (office_code),
  reply_id uuid not null,
  provider_message_id text not null,
  contact_id uuid,
  phone_index bytea not null,
  body_cipher bytea not null,
  is_opt_out boolean not null,
  received_at timestamptz not null,
  primary key (office_code, reply_id),
  unique (office_code, provider_message_id)
);
create index contact_replies_contact on contact_replies (office_code, contact_id) where contact_id is not null;
call protect_by_office('contact_replies', 'select, insert');
