import pg from 'pg'
import { expect } from 'vitest'

const FACTS = {
  terms: [{ word: 'vernis', posts: 18, before: 0 }],
  first: null,
  amplifier: { name: 'Lucie Martin', url: null, followers: 1240, posts: 3 },
  negatives: null,
  spread: { posts: 24, authors: 20, sources: 1, lastHour: 20, hourBefore: 4 },
  silent: [],
}

/** Writes down an alert of an hour ago about the first query of a practice company. @returns its id */
export async function stageAlert(databaseUrl: string): Promise<string> {
  const db = new pg.Client({ connectionString: databaseUrl })
  await db.connect()
  try {
    const { rows } = await db.query<{ id: string }>(
      `insert into alerts (id, company_id, query_id, query_name, scale, opened_at, began_at, count, expected, alarm,
         told_count, last_ring_at, facts)
       select gen_random_uuid(), q.company_id, q.id, q.name, 'hour', now() - interval '1 hour',
         date_trunc('hour', now()) - interval '1 hour', 20, 0.4, 5, 20, now(), $1
       from saved_queries q join companies c on c.id = q.company_id where c.practice
       order by q.created_at limit 1
       returning id`,
      [JSON.stringify(FACTS)],
    )
    return rows[0]?.id ?? expect.fail('the practice company has no query')
  } finally {
    await db.end()
  }
}
