import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Two things, which would you rather have?
    create table duels (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      code text not null unique,
      question text not null,
      language text not null,
      -- { label, mediaId }
      first jsonb not null,
      second jsonb not null,
      way text not null check (way in ('page', 'poll', 'reactions')),
      closes_at timestamptz not null,
      closed_at timestamptz,
      -- Under it, an address becomes a mark that means nothing elsewhere. Destroyed when the duel closes.
      salt bytea,
      post_id uuid references posts on delete set null,
      created_by text not null,
      created_at timestamptz not null
    );
    create index on duels (company_id, created_at desc);
    create index on duels (closes_at) where closed_at is null;
    create table duel_votes (
      duel_id uuid not null references duels on delete cascade,
      -- Of a token that only the voter's browser keeps.
      voter_hash text not null,
      choice text not null check (choice in ('first', 'second')),
      -- 'doubtful': the same address and browser had voted before without its token.
      verdict text not null check (verdict in ('counted', 'doubtful')),
      address_mark bytea,
      at timestamptz not null,
      primary key (duel_id, voter_hash)
    );
    create index on duel_votes (duel_id, address_mark);
  `.execute(db)
}
