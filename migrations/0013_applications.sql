-- Applications for intakes (pendaftaran): by the owner, by an officer on behalf, or with an invitation.

create table applications (
  office_code text not null references offices (office_code),
  application_id uuid not null,              -- made by the form: sent twice it is kept once
  intake_id uuid not null,
  enterprise_id uuid not null,               -- as it was then; read through the record that stands for it
  via text not null check (via in ('owner', 'officer', 'invitation')),
  proposed_by text,                          -- diusulkan oleh; null: by the owner's own wish
  note text,
  -- That a later one of two belongs to the same enterprise is read from the register, never stored: a merge can be undone.
  status text not null default 'received' check (status in ('received', 'withdrawn')),
  received_at timestamptz not null,
  received_by text not null,
  seq bigint not null generated always as identity, -- the order of arrival
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  primary key (office_code, application_id),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id)
);
create unique index applications_once on applications (office_code, intake_id, enterprise_id) where status = 'received';
create index applications_intake on applications (office_code, intake_id, seq);
create index applications_enterprise on applications (office_code, enterprise_id);
call protect_by_office('applications', 'select, insert, update');

-- Papers that came with an application; the file itself is one of the enterprise's.
create table application_files (
  office_code text not null,
  application_id uuid not null,
  file_id uuid not null,
  primary key (office_code, application_id, file_id),
  foreign key (office_code, application_id) references applications (office_code, application_id),
  foreign key (office_code, file_id) references files (office_code, file_id)
);
call protect_by_office('application_files');

-- An invitation by a code that its bearer may apply with, without an account. Only the code's hash is kept.
create table invitations (
  office_code text not null,
  invitation_id uuid not null,
  intake_id uuid not null,
  enterprise_id uuid not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  made_at timestamptz not null,
  made_by text not null,
  application_id uuid,                       -- what it was used for
  revoked_at timestamptz,
  primary key (office_code, invitation_id),
  unique (office_code, code_hash),
  foreign key (office_code, intake_id) references intakes (office_code, intake_id),
  foreign key (office_code, enterprise_id) references enterprises (office_code, enterprise_id),
  foreign key (office_code, application_id) references applications (office_code, application_id)
);
create index invitations_intake on invitations (office_code, intake_id);
call protect_by_office('invitations', 'select, insert, update');

-- Which office an invitation belongs to, for whoever holds its code; what it says is then read within that office.
create function office_of_invitation(wanted bytea)
returns table (office_code text, invitation_id uuid)
language sql stable security definer set search_path = public as $$
  select i.office_code, i.invitation_id from invitations i where i.code_hash = wanted
$$;
revoke all on function office_of_invitation(bytea) from public;
grant execute on function office_of_invitation(bytea) to :app_role;
