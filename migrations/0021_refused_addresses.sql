-- E-mail addresses at which nobody is: no list writes to them again until somebody says otherwise.

-- The mail by which it was learned. The address itself stands here as its blind index only (0019).
create table refused_addresses (
  office_code text not null,
  message_id uuid not null,
  email_index bytea not null,
  heard_as text not null check (heard_as in ('server', 'officer')), -- refused at once, or came back later and an officer said so
  heard_at timestamptz not null,
  recorded_by text not null,
  lifted_at timestamptz,                     -- an officer says that the address is right after all
  lifted_by text,
  primary key (office_code, message_id),
  foreign key (office_code, message_id) references outreach_mails (office_code, message_id),
  check ((lifted_at is null) = (lifted_by is null))
);
create index refused_addresses_email on refused_addresses (office_code, email_index) where lifted_at is null;
call protect_by_office('refused_addresses', 'select, insert, update');
