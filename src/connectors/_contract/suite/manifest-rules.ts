import { expect, test } from 'vitest'
import type { Connector } from '../connector.ts'
import { manifestSchema } from '../manifest.ts'

/** The manifest is true to its shape, dated, and written in both languages as their readers write. */
export function manifestRules({ manifest, text }: Connector): void {
  test('the manifest reads, and nothing in it was read in the future', () => {
    expect(manifestSchema.safeParse(manifest).error).toBeUndefined()
    const dates = [...manifest.docs, ...sourcedIn(manifest)].map(({ date }) => date)
    expect(dates.length).toBeGreaterThan(0)
    for (const date of dates) expect(Date.parse(date)).toBeLessThan(Date.now())
    // What the template puts where a source has yet to be read.
    expect(JSON.stringify(manifest)).not.toContain('docs.example')
  })

  test('French sentences have French spaces', () => {
    for (const french of frenchIn(manifest)) expect(badSpaces(french), french).toEqual([])
  })

  test('the steps to an app give the addresses of this desk, by names that it knows', () => {
    const { app, method } = manifest.connect
    if (!app) return
    for (const language of ['en', 'fr'] as const) {
      const steps = app.steps.map(({ text: words }) => words[language]).join('\n')
      if (method === 'oauth') expect(steps).toContain('{redirectUri}')
      expect(steps.replaceAll(/\{(redirectUri|webhookUri|verifyToken)\}/g, '')).not.toMatch(
        /\{\w+\}/,
      )
    }
  })

  test('a network that takes posts, or answers, says how long they may be', () => {
    // A person puts it up, once, and no machine may do it again.
    const sends = manifest.capabilities.publish || manifest.answersOnly
    if (!sends || manifest.handed) return expect(manifest.idempotency).toBe('none')
    expect(manifest.text?.max.value).toBeGreaterThan(0)
  })

  test('its way of counting counts an empty text as nothing and finds no stretch in it', () => {
    expect(text.count('')).toBe(0)
    expect(text.spans('')).toEqual([])
    expect(text.count('Bonjour')).toBe(7)
  })
}

/** A no-break space is missing before, or a breaking one stands there. */
export function badSpaces(french: string): string[] {
  return (
    french.match(/.{0,12}(?:[^\u202F\u00A0][!?;]|[^\u00A0]»|«[^\u00A0]|[^\u00A0\d/s]:(?= ))/g) ?? []
  )
}

function* walk(value: unknown): Generator<Record<string, unknown>> {
  if (!value || typeof value !== 'object') return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const inner of Object.values(value)) yield* walk(inner)
}

const sourcedIn = (manifest: unknown) =>
  [...walk(manifest)].filter((o): o is { date: string } => typeof o['date'] === 'string')

const frenchIn = (manifest: unknown) =>
  [...walk(manifest)].flatMap((o) => (typeof o['fr'] === 'string' ? [o['fr']] : []))
