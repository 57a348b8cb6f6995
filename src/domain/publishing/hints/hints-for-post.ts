import { companyOf } from '#domain/governance/index.ts'
import type { Executor } from '#platform/db/database.ts'
import type { Language } from '#platform/text.ts'
import type { AccountCopy } from '../posts/copies.ts'
import type { HintView } from './api.ts'
import type { Subject } from './hint.ts'
import { hintsOf } from './hints-of.ts'
import { silencedKinds } from './silences.ts'

/**
 * The hints for each text of a post: the one that accounts share, then each account's own. What the company never
 * wants to hear is left out.
 */
export async function hintsForPost(
  db: Executor,
  companyId: string,
  post: { text: string; language: Language | null; variants: readonly unknown[] },
  copies: readonly AccountCopy[],
  reader: Language,
): Promise<HintView[]> {
  const company = await companyOf(db, companyId)
  const silenced = await silencedKinds(db, companyId)
  const sharing = copies.filter(({ own }) => !own.text)
  const texts = [
    ...(sharing.length > 0 || post.variants.length === 0
      ? [{ text: post.text, channelId: null, by: sharing }]
      : []),
    ...copies
      .filter(({ own }) => own.text)
      .map((copy) => ({ text: copy.written, channelId: copy.channel.id, by: [copy] })),
  ]
  const language = post.language ?? company.language
  return texts.flatMap(({ text, channelId, by }) =>
    hintsOf({ text, language, brand: company.name, fold: strictestFold(text, by) })
      .filter(({ kind }) => !silenced.has(kind))
      .map(({ kind, text: sentence, why, source, where }) => ({
        kind,
        sentence: sentence[reader],
        why: why[reader],
        source,
        channelId,
        where,
      })),
  )
}

/** The network that shows the least of a text before "see more". */
function strictestFold(text: string, copies: readonly AccountCopy[]): Subject['fold'] {
  let strictest: Subject['fold'] = null
  for (const { connector } of copies) {
    const most = connector.manifest.text?.foldsAt?.value
    if (!most || connector.text.count(text) <= most) continue
    const at = shownLength(text, (part) => connector.text.count(part) <= most)
    if (!strictest || at < strictest.at) strictest = { network: connector.manifest.name, at }
  }
  return strictest
}

/** The longest beginning that still fits. Counting grows with the text, so halving finds it. */
function shownLength(text: string, fits: (part: string) => boolean): number {
  let [low, high] = [0, text.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(text.slice(0, middle))) low = middle
    else high = middle - 1
  }
  return low
}
