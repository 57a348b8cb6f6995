import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type FieldProblem, Problem } from '#platform/http/problem.ts'
import type { Language, Text } from '#platform/text.ts'
import { type CheckView, checkInput } from './check-shapes.ts'
import { tellEarlier } from '../duplicates/tell-earlier.ts'
import { notReady, nowhereToGo } from '../errors.ts'
import { lookAtLinks } from '../cards/cards-to-send.ts'
import { hintsForPost } from '../hints/hints-for-post.ts'
import { type AccountCopy, copiesOf, judge, type Source } from './copies.ts'
import type { Finding } from './finding.ts'
import { presentDeparture } from './present-departure.ts'

/** What each network would refuse or change of a post that is being written. Keeps nothing. */
export async function checkPost(
  desk: Desk,
  companyId: string,
  input: z.output<typeof checkInput>,
  language: Language,
): Promise<CheckView> {
  const copies = await copiesOf(desk.db, desk, companyId, input)
  const told = (findings: Finding[]) =>
    findings.map(({ field, text }) => ({ field, sentence: text[language] }))
  const earlier = await tellEarlier(
    desk,
    companyId,
    copies.map(({ channel, written }) => ({ channelId: channel.id, text: written })),
    input.postId,
    language,
  )
  const channels = copies.map(async (copy) => {
    const same = earlier.get(copy.channel.id)
    const { length, max, following, problems, advice, fitted } = await judge(desk, copy)
    return {
      channelId: copy.channel.id,
      length,
      max,
      following,
      problems: told(problems),
      advice: [...(same?.advice ?? []), ...told(advice)],
      links: copy.targets,
      similar: same?.similar ?? [],
      pictures: fitted.map((one) => presentDeparture(copy, one)),
    }
  })
  return {
    channels: await Promise.all(channels),
    hints: await hintsForPost(desk.db, companyId, input, copies, language),
  }
}

/** Why a post could not leave by its accounts as it is; nothing when it could. Keeps nothing. */
export async function whatHinders(
  desk: Desk,
  companyId: string,
  source: z.input<typeof checkInput>,
): Promise<Text[]> {
  const copies = await copiesOf(desk.db, desk, companyId, checkInput.parse(source))
  const judged = await Promise.all(copies.map((copy) => judge(desk, copy)))
  return judged.flatMap(({ problems }) => problems.map(({ text }) => text))
}

/**
 * Makes sure that a post can leave by each of its accounts, and makes its pictures ready for each.
 * @throws Problem that points at everything to correct
 */
export async function makeReady(desk: Desk, companyId: string, source: Source): Promise<void> {
  if (source.variants.length === 0) throw new Problem(nowhereToGo)
  const copies = await copiesOf(desk.db, desk, companyId, source)
  const fields: FieldProblem[] = []
  for (const [i, { channelId }] of source.variants.entries()) {
    const copy = copies.find(({ channel }) => channel.id === channelId)
    if (!copy) continue
    const { problems } = await judge(desk, copy)
    fields.push(
      ...problems.map((problem) => ({
        pointer: pointerTo(problem, copy, i),
        detail: problem.text,
      })),
    )
  }
  if (fields.length > 0) throw new Problem(notReady, {}, { fields })
  await lookAtLinks(desk, companyId, copies)
}

/** At the account's own words when it has some, else at the post's. */
function pointerTo({ field }: Finding, { own }: AccountCopy, i: number): string {
  const [first = ''] = field.split('/')
  const shared = first === 'poll' || (first in own && !own[first as keyof typeof own])
  return shared ? `/${field}` : `/variants/${i}/${field}`
}
