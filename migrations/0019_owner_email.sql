-- E-mail addresses of owners, and outreach by e-mail.

-- One address an owner is enough. Sealed like the other identifiers; the mask is what lists show.
alter table owners
  add column email_cipher bytea,
  add column email_index bytea,
  add column email_hint text,                -- masked: s***@contoh.id
  add constraint owners_email check ((email_cipher is null) = (email_index is null) and (email_cipher is null) = (email_hint is null));
create index owners_email on owners (office_code, email_index) where email_index is not null;

-- `sending`: written before the call, so that one which broke off is `doubtful` and is not repeated by itself (decision 23).
-- `dropped`: its reason was gone before it went out.
alter table outbox_messages
  add column headers_cipher bytea,           -- further lines of a mail's head, as JSON
  drop constraint outbox_messages_status_check,
  add constraint outbox_messages_status_check
    check (status in ('waiting', 'sending', 'doubtful', 'sent', 'failed', 'kept', 'dropped'));

alter table outreach_recipients
  drop constraint outreach_recipients_lane_check,
  add constraint outreach_recipients_lane_check
    check (lane in ('chat', 'auto', 'email', 'letter', 'visit', 'none'));

-- One mail to somebody of a list; how it stands is told by the message of the same id in the outbox.
create table outreach_mails (
  office_code text not null,
  message_id uuid not null,
  outreach_id uuid not null,
  recipient_id uuid not null,
  owner_id uuid not null,                    -- whose address it is
  email_index bytea not null,
  lane_before text not null,                 -- where the person goes on when the mail does not arrive
  lane_reason_before text,
  contact_id uuid,
  primary key (office_code, message_id),
  unique (office_code, recipient_id),        -- nobody twice in a list
  unique (office_code, outreach_id, email_index), -- nor one address of two people
  foreign key (office_code, message_id) references outbox_messages (office_code, message_id),
  foreign key (office_code, outreach_id) references outreaches (office_code, outreach_id),
  foreign key (office_code, recipient_id) references outreach_recipients (office_code, recipient_id),
  foreign key (office_code, owner_id) references owners (office_code, owner_id)
);
call protect_by_office('outreach_mails', 'select, insert, update');
