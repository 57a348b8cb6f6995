import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- On the practice network: { choices, minutes, multiple }, and the votes to come, decided when it is accepted.
    alter table sandbox_posts add column poll jsonb;
    create table sandbox_votes (
      post_id text not null references sandbox_posts on delete cascade,
      at timestamptz not null,
      choice smallint not null,
      count integer not null,
      primary key (post_id, at, choice)
    );

    -- A poll is a thing of the post now, not an extra of one network: what was written as an extra moves.
    with extras as (
      select distinct on (post_id) post_id, options from variants
      where jsonb_typeof(options -> 'poll') = 'array' and jsonb_array_length(options -> 'poll') >= 2
      order by post_id, position)
    update posts set poll = jsonb_build_object(
        'choices', extras.options -> 'poll',
        'minutes', coalesce((extras.options ->> 'pollMinutes')::numeric::int, 1440),
        'multiple', coalesce((extras.options ->> 'pollMultiple')::boolean, false))
      from extras where extras.post_id = posts.id and posts.poll is null;
    update deliveries set content = content || jsonb_build_object('poll', posts.poll)
      from posts where posts.id = deliveries.post_id and posts.poll is not null and deliveries.kind = 'post'
        and jsonb_typeof(deliveries.content -> 'options' -> 'poll') = 'array'
        and jsonb_array_length(deliveries.content -> 'options' -> 'poll') >= 2;
    update deliveries set content = jsonb_set(content, '{options}',
      (content -> 'options') - 'poll' - 'pollMinutes' - 'pollMultiple') where content -> 'options' ? 'poll';
    update variants set options = options - 'poll' - 'pollMinutes' - 'pollMultiple'
      where options ?| array['poll', 'pollMinutes', 'pollMultiple'];
  `.execute(db)
}
