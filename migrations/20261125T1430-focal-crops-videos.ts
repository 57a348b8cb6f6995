import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table media
      -- What must stay in sight, from the left and from the top, 0 to 1. Null: the middle will do.
      add column focal_x real check (focal_x between 0 and 1),
      add column focal_y real check (focal_y between 0 and 1),
      -- What a video is made of: { seconds, videoCodec, audioCodec, frameRate }. Null: a picture.
      add column video jsonb,
      -- The still shown before a video plays, cleaned as any picture.
      add column poster_sha256 text,
      -- Deleted by a person, who may still think better of it; the bytes go a day later.
      add column deleted_at timestamptz,
      add check ((focal_x is null) = (focal_y is null));
    create index on media (poster_sha256) where poster_sha256 is not null;
    create index on media (deleted_at) where deleted_at is not null;

    -- How this account's pictures are cut: { <media id>: '1:1' }. Absent: as it is.
    alter table variants add column crops jsonb not null default '{}';
  `.execute(db)
}
