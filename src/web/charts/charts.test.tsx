import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Bars, IntervalPlot, LineChart, Sparkline } from './index.ts'

const week = (values: (number | null)[]) =>
  values.map((value, rank) => ({ day: `2026-11-${16 + rank}`, value }))

describe('a curve', () => {
  test('leaves a day without figures open instead of drawing it as zero', () => {
    const html = renderToStaticMarkup(
      <LineChart locale="fr" label="Portée par jour" points={week([4, 6, null, 5, 8])} />,
    )
    const curve = /<path d="([^"]+)" fill="none" stroke="var\(--d1\)"/.exec(html)?.[1] ?? ''
    expect(curve.split('M')).toHaveLength(3)
    expect(html).toContain('pas de données')
  })

  test('shows a day known between two gaps, which no line can join', () => {
    const html = renderToStaticMarkup(
      <LineChart locale="fr" label="Portée" points={week([4, null, 7, null, 5])} />,
    )
    expect(html.match(/<circle[^>]+r="2"/g)).toHaveLength(3)
  })

  test('names its highest day as a reader of French writes it', () => {
    const html = renderToStaticMarkup(
      <LineChart locale="fr" label="Portée" unit="personnes" points={week([400, 1250, 300])} />,
    )
    expect(html).toContain('1\u202f250 personnes · 17 nov.')
  })

  test('puts the period before in the table, day for day', () => {
    const html = renderToStaticMarkup(
      <LineChart locale="en" label="Reach" points={week([1, 2])} previous={week([3, 4])} />,
    )
    expect(html).toMatch(/16 Nov 2026<\/th><td[^>]*>1<\/td><td[^>]*>3<\/td>/)
  })

  test.each([[[]], [[null, null]], [[0, 0, 0]], [[5]]])(
    'draws %j without a broken number',
    (values) => {
      const html = renderToStaticMarkup(
        <LineChart locale="fr" label="Portée" points={week(values)} />,
      )
      expect(html).not.toMatch(/NaN|Infinity/)
    },
  )
})

describe('bars', () => {
  test('rank the accounts and say which one gave no figure', () => {
    const html = renderToStaticMarkup(
      <Bars
        locale="fr"
        label="Engagements par compte"
        rows={[
          { key: 'blog', label: 'Le blog', value: null },
          { key: 'b', label: 'Second', value: 12 },
          { key: 'a', label: 'Premier', value: 2104 },
        ]}
      />,
    )
    // Two accounts of one name differ by their end alone: it wraps, and what is too long is told whole.
    expect(html).toContain('title="Le blog"')
    expect(html).not.toContain('truncate')
    const order = [...html.matchAll(/<th scope="row"[^>]*>([^<]+)/g)].map((match) => match[1])
    expect(order).toEqual(['Premier', 'Second', 'Le blog'])
    expect(html).toContain('2\u202f104')
    expect(html).toContain('pas de données')
  })
})

test('two versions are told apart in words, not by colour alone', () => {
  const html = renderToStaticMarkup(
    <IntervalPlot
      locale="fr"
      label="Taux de clic"
      rows={[
        { label: 'Version A', low: 0.021, mid: 0.03, high: 0.041 },
        { label: 'Version B', low: 0.027, mid: 0.038, high: 0.05 },
      ]}
    />,
  )
  expect(html).toContain('Version A: 2,1\u00a0% – 4,1\u00a0%; Version B: 2,7\u00a0% – 5\u00a0%')
  expect(html).toContain('<rect')
  expect(html).toContain('<circle')
})

test('a sparkline of nothing is an empty line, not an error', () => {
  expect(renderToStaticMarkup(<Sparkline values={[null, null]} label="7 jours" />)).not.toMatch(
    /NaN/,
  )
})
