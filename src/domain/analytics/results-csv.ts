import { stringify } from 'csv-stringify/sync'
import type { ResultsView } from './api.ts'

/**
 * All of a results page as one tidy table: a row per value, its kind in the first column.
 * Cells that a spreadsheet would take for a formula are defused (OWASP, CSV injection).
 */
export function resultsCsv(results: ResultsView, handles: Map<string, string>): string {
  const header = [
    'kind',
    'name',
    'day',
    'account',
    'value',
    'period_before',
    'url',
    'source',
    'denominator',
    'gaps',
  ]
  const rows = [
    ...results.figures.map((f) => [
      'figure',
      f.key,
      '',
      '',
      f.value,
      f.before,
      '',
      f.provenance.source,
      f.provenance.denominator,
      f.provenance.gaps.join(' | '),
    ]),
    ...results.curve.current.map(({ day, value }, i) => [
      'day',
      'engagement',
      day,
      '',
      value,
      results.curve.previous[i]?.value ?? null,
      '',
      '',
      '',
      '',
    ]),
    ...results.channels.flatMap(({ channelId, ...values }) =>
      Object.entries(values).map(([name, value]) => [
        'account',
        name,
        '',
        handles.get(channelId) ?? '',
        value,
        '',
        '',
        '',
        '',
        '',
      ]),
    ),
    ...results.posts.flatMap((post) =>
      Object.entries({ engagement: post.engagement, clicks: post.clicks, ...post.counts }).map(
        ([name, value]) => [
          'post',
          name,
          post.publishedAt,
          handles.get(post.channelId) ?? '',
          value,
          '',
          post.url,
          post.excerpt,
          '',
          '',
        ],
      ),
    ),
  ]
  return stringify([header, ...rows], { bom: true, escape_formulas: true })
}
