import { type Executor, tablesOf } from '#platform/db/database.ts'
import { type Language, say, type Text } from '#platform/text.ts'
import { type ReasonCode, reasons, type Verdict } from './reasons.ts'
import type { LinksTables } from './tables.ts'

const MOST = 50

/** Why a link's clicks were judged as they were, commonest first. */
export async function reasonsOfLink(db: Executor, linkId: string, language: Language) {
  const rows = await tablesOf<LinksTables>(db)
    .selectFrom('clicks')
    .select((eb) => ['verdict', 'reason', 'agent', eb.fn.countAll<number>().as('count')])
    .where('linkId', '=', linkId)
    .groupBy(['verdict', 'reason', 'agent'])
    .orderBy('count', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ verdict, reason, agent, count }) => ({
    verdict: verdict as Verdict,
    reason,
    count,
    sentence: reasonSentence(reason, agent, language),
  }))
}

/** The sites people came from, commonest first. */
export async function referrersOfLink(db: Executor, linkId: string) {
  return tablesOf<LinksTables>(db)
    .selectFrom('clicks')
    .select((eb) => ['referrerHost as host', eb.fn.countAll<number>().as('count')])
    .where('linkId', '=', linkId)
    .where('verdict', '=', 'human')
    .groupBy('referrerHost')
    .orderBy('count', 'desc')
    .limit(MOST)
    .execute()
}

function reasonSentence(reason: string, agent: string | null, language: Language): string {
  const sentence: Text | undefined = reasons[reason as ReasonCode]
  return sentence ? say(sentence, language, { agent: agent ?? '?' }) : reason
}
