import { stringify } from 'csv-stringify/sync'
import type { Overview } from './api.ts'

const HEADER = ['kind', 'name', 'at', 'value', 'low', 'high', 'period_before', 'note']

/**
 * All of an overview as one tidy table: a row per value, its kind in the first column.
 * Cells that a spreadsheet would take for a formula are defused (OWASP, CSV injection).
 */
export function overviewCsv(view: Overview): string {
  const rows = [
    ...view.figures.map((f) => [
      'figure',
      f.key,
      '',
      f.value,
      f.low,
      f.high,
      f.before,
      [f.provenance.source, f.provenance.denominator, ...f.provenance.gaps].join(' '),
    ]),
    ...view.points.flatMap((point) => [
      ...(['mentions', 'negative', 'neutral', 'positive', 'unsure', 'unread'] as const).map(
        (key) => [view.by, key, point.at, point[key], null, null, null, ''],
      ),
      ...(['negativeShare', 'positiveShare'] as const).map((key) => {
        const { value = null, low = null, high = null } = point[key] ?? {}
        const name = key === 'negativeShare' ? 'negative_share' : 'positive_share'
        return [view.by, name, point.at, value, low, high, null, '']
      }),
    ]),
    ...(view.voices.rows ?? []).map(({ name, ours, mentions, share }) => [
      'share_of_voice',
      name,
      '',
      share?.value ?? null,
      share?.low ?? null,
      share?.high ?? null,
      null,
      `${ours ? 'us' : 'rival'}: ${mentions}`,
    ]),
    ...view.authors.map(({ name, handle, network, mentions, followers }) => [
      'author',
      name,
      '',
      mentions,
      null,
      null,
      null,
      `${handle} · ${network}${followers === null ? '' : ` · ${followers}`}`,
    ]),
    ...view.bySource.map(({ name, mentions }) => [
      'source',
      name,
      '',
      mentions,
      null,
      null,
      null,
      '',
    ]),
  ]
  return stringify([HEADER, ...rows], { bom: true, escape_formulas: true })
}
