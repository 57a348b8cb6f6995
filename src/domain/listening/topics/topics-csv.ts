import { stringify } from 'csv-stringify/sync'
import type { TopicsView } from './api.ts'

/**
 * Topics as one tidy table, a row each. Cells that a spreadsheet would take for a formula are defused (OWASP, CSV
 * injection).
 */
export function topicsCsv(named: readonly [string, TopicsView][]): string {
  const header = [
    'list',
    'topic',
    'words',
    'posts',
    'usual_posts',
    'voices',
    'sources',
    'first_post',
    'last_day',
    'day_before',
    'example',
    'since',
    'until',
  ]
  const rows = named.flatMap(([list, { topics, period }]) =>
    topics.map((topic) => [
      list,
      topic.words[0] ?? '',
      topic.words.join(', '),
      topic.posts,
      topic.usual,
      topic.voices,
      topic.sources,
      topic.since,
      topic.lastDay,
      topic.dayBefore,
      topic.examples[0]?.url ?? '',
      period.since,
      period.until,
    ]),
  )
  return stringify([header, ...rows], { bom: true, escape_formulas: true })
}
