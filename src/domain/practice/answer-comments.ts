import { Temporal } from 'temporal-polyfill'
import { v7 as uuid } from 'uuid'
import type { Company } from '#domain/governance/index.ts'
import { type Comment, type PastReply, randomOf } from '#sandbox/index.ts'
import { type Answered, replies } from './content/replies.ts'

/** How often the shop answers, by what the comment is for. */
const ANSWERED: Record<Answered, number> = {
  question: 0.94,
  purchase: 0.94,
  complaint: 0.9,
  thanks: 0.3,
  opinion: 0.3,
}

const HOUR = 3_600_000
/** What came since is still to be read. */
const FRESH_MS = 30 * HOUR

/**
 * The answers the shop gave, in its working hours, to what is more than a day old: nearly all questions and
 * complaints, some thanks, never an advertisement.
 * @param left comments that nobody has answered yet, whatever their age
 */
export function answerComments(
  company: Company,
  comments: readonly Comment[],
  left: ReadonlySet<string>,
  now: Date,
): PastReply[] {
  return comments.flatMap((to) => {
    if (to.tone === 'spam' || left.has(to.id)) return []
    const random = randomOf('answers of the shop', to.memberId, to.text)
    const at = atWork(
      new Date(to.at.getTime() + random.logNormal(1.6 * HOUR, 0.8)),
      company.timeZone,
    )
    const isFresh = now.getTime() - to.at.getTime() < FRESH_MS
    if (isFresh || at > now || !random.chance(ANSWERED[to.tone])) return []
    const text = random.pick(replies[to.language][to.tone])
    const key = uuid({ msecs: at.getTime() })
    return [{ id: key, to, at, text, key }]
  })
}

/** Nobody answers at night: the instant itself, or a while after the shop opens. */
function atWork(at: Date, timeZone: string): Date {
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
  if (wall.hour >= 9 && wall.hour < 19) return at
  const day = wall.hour < 9 ? wall : wall.add({ days: 1 })
  const opens = day.withPlainTime('09:10').add({ minutes: (wall.minute * 7) % 50 })
  return new Date(opens.epochMilliseconds)
}
