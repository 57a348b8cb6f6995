import { stringify } from 'csv-stringify/sync'
import type { Desk } from '#domain/desk.ts'
import type { MentionView } from './api.ts'
import type { Mention } from '../model.ts'
import type { Wanted } from './asked-for.ts'
import { pageOfMentions } from './list-mentions.ts'
import { presentMentions } from './present-mention.ts'

const HEADER = [
  'id',
  'written_at',
  'found_at',
  'network',
  'source',
  'author',
  'handle',
  'followers',
  'weight',
  'url',
  'title',
  'text',
  'language',
  'opinion',
  'opinion_by',
  'confidence',
  'intents',
  'risks',
  'words_that_decided',
  'queries',
  'state',
  'reshares_told',
  'fold',
  'alike',
  'alike_reshared',
  'fold_authors',
  'fold_authors_with_followers_told',
  'fold_followers',
]

const AT_ONCE = 500

/**
 * What was asked for as a table, a line per mention, written as it is read: a hundred thousand take the memory of five
 * hundred. Cells that a spreadsheet would take for a formula are defused (OWASP, CSV injection).
 */
export async function* mentionsCsv(desk: Desk, companyId: string, wanted: Wanted) {
  yield stringify([HEADER], { bom: true })
  let after: string | undefined
  do {
    const { rows, next } = await pageOfMentions(desk.db, companyId, wanted, after, AT_ONCE)
    const views = await presentMentions(desk, companyId, rows)
    const lines = rows.flatMap((row, i) => {
      const view = views[i]
      return view ? [lineOf(row, view)] : []
    })
    if (lines.length > 0) yield stringify(lines, { escape_formulas: true })
    after = next ?? undefined
  } while (after !== undefined)
}

function lineOf({ text }: Mention, view: MentionView) {
  const { author, signals, fold } = view
  return [
    view.id,
    view.at,
    view.foundAt,
    view.source.networkName,
    view.source.name,
    author?.name,
    author?.handle,
    author?.followers,
    author?.weight,
    view.url,
    view.title,
    text,
    view.language,
    signals?.sentiment,
    signals && (signals.byPerson ? 'person' : 'desk'),
    signals?.confidence.toFixed(2),
    signals?.intents.join(' '),
    signals?.risks.join(' '),
    signals && [...new Set(Object.values(signals.words).flat())].join(' | '),
    view.queries.map((query) => query.name).join(' | '),
    view.dismissed ? 'dismissed' : view.seen ? 'seen' : 'unseen',
    view.reshares,
    fold?.id ?? view.id,
    fold?.alike ?? 0,
    fold?.reshared ?? 0,
    fold?.authors,
    fold?.authorsTold,
    fold?.followers,
  ]
}
