import { stringify } from 'csv-stringify/sync'
import type { ExperimentView } from './api.ts'

/**
 * A read-out as one tidy table, a row per value. Cells that a spreadsheet would take for a formula
 * are defused (OWASP, CSV injection).
 */
export function experimentCsv(view: ExperimentView): string {
  const header = ['kind', 'version', 'name', 'value', 'low', 'high', 'exposure', 'left_at', 'url']
  const posts = (['a', 'b'] as const).flatMap((arm) =>
    view[arm].posts.map((post) => [
      'post',
      arm.toUpperCase(),
      post.excerpt,
      post.count ?? post.state,
      '',
      '',
      post.exposure,
      post.publishedAt,
      post.url,
    ]),
  )
  const arms = (['a', 'b'] as const).map((arm) => {
    const { perExposure, exposure, count } = view[arm]
    const { low, high } = perExposure ?? {}
    return ['version', arm.toUpperCase(), view.figure, count, low, high, exposure, '', '']
  })
  const { mid, low, high } = view.ratio ?? {}
  const rows = [
    ['plan', '', 'planned_events', view.plan.plannedEvents, '', '', view.exposure, '', ''],
    ...posts,
    ...arms,
    ['ratio', 'B/A', view.figure, mid, low, high, '', '', ''],
    ['probability', 'B', 'better', view.probabilityBBetter, '', '', '', '', ''],
    ['decision', '', view.decision, view.sentence, '', '', '', '', ''],
  ]
  return stringify([header, ...rows], { bom: true, escape_formulas: true })
}
