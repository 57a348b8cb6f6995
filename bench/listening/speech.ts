import { sql } from 'kysely'
import type { Executor } from '#platform/db/database.ts'
import { signalColumns } from '#domain/listening/mentions/mention-signals.ts'
import type { Normalised } from '#domain/listening/mentions/normalise.ts'
import { readCorpus } from '#domain/listening/signals/corpus/read-corpus.ts'
import { chance, posts } from '../matching/corpus.ts'

/** So many posts are written and read once; companies then keep them again and again, in an order of their own. */
export const SPEECH = 10_000
const AT_ONCE = 1_000

/**
 * Fills `bench_speech` with posts as people write them and what the desk reads in each: a post of the corpus, its subject,
 * and a few words that follow Zipf's law, so that terms are as many and as unequal as in real life.
 */
export async function writeSpeech(db: Executor): Promise<void> {
  await sql`
    create unlogged table bench_speech (n int primary key, text text not null, language text, sentiment text,
      confidence real, intents text[], risks text[], deciding_words jsonb, terms text[])`.execute(
    db,
  )
  const random = chance(5)
  const said = (['fr', 'en'] as const).flatMap((language) =>
    readCorpus(language).map(({ text }) => ({ text, language })),
  )
  const made = posts(SPEECH)
  for (let from = 0; from < SPEECH; from += AT_ONCE) {
    const rows = made.slice(from, from + AT_ONCE).map((words, i) => {
      const { text, language } = said[Math.floor(random() * said.length)] ?? {
        text: '',
        language: 'fr',
      }
      const some = words.split(' ').slice(0, 6).join(' ')
      const whole = `Atelier Morel : ${text} ${some}`
      const read = signalColumns({ title: null, text: whole, language } as Normalised)
      return { n: from + i, text: whole, ...read }
    })
    await sql`
      insert into bench_speech
      select n, text, language, sentiment, confidence, intents, risks, "decidingWords", terms
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (n int, text text, language text, sentiment text,
        confidence real, intents text[], risks text[], "decidingWords" jsonb, terms text[])`.execute(
      db,
    )
  }
  await sql`update bench_speech set deciding_words = (deciding_words #>> '{}')::jsonb
    where jsonb_typeof(deciding_words) = 'string'`.execute(db)
  await sql`analyze bench_speech`.execute(db)
}
