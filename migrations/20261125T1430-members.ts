import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table invitations (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      email text not null,
      role text not null check (role in ('owner', 'manager', 'editor', 'contributor', 'reviewer', 'analyst')),
      all_channels boolean not null,
      -- SHA-256 of the token in the link; the link itself is shown once.
      token_hash text not null unique,
      invited_by text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      -- Accepted or taken back: the link is of no use any more.
      closed_at timestamptz,
      accepted_by uuid references users on delete set null
    );
    create unique index on invitations (company_id, lower(email)) where closed_at is null;

    -- Only a company's own accounts can be named.
    alter table channels add unique (company_id, id);
    -- The accounts an invited person may write for, unless for all.
    create table invitation_channels (
      invitation_id uuid not null references invitations on delete cascade,
      company_id uuid not null,
      channel_id uuid not null,
      primary key (invitation_id, channel_id),
      foreign key (company_id, channel_id) references channels (company_id, id) on delete cascade
    );

    -- Rights limited to some accounts: writing, publishing and answering; without rows here, to none.
    alter table memberships add column all_channels boolean not null default true;
    create table membership_channels (
      company_id uuid not null,
      user_id uuid not null,
      channel_id uuid not null,
      primary key (company_id, user_id, channel_id),
      foreign key (company_id, user_id) references memberships on delete cascade,
      foreign key (company_id, channel_id) references channels (company_id, id) on delete cascade
    );
    -- Null: all.
    alter table api_keys add column channel_ids uuid[];
  `.execute(db)
}
