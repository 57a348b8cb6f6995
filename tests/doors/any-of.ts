import fc from 'fast-check'
import { z } from 'zod'

/** What people and programs send without meaning to: no database keeps the first two, no screen expects the others. */
export const nasty = [
  'Chaise\u0000 en chêne',
  'moitié \ud83e',
  '\udfff',
  '\u202eeniahc',
  '🪑'.repeat(50),
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  "'; drop table mentions; --",
  '%00%ff%',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'NaN',
  '0000-00-00',
  '9999-12-31T23:59:59Z',
  '   ',
  '',
  '(("'.repeat(300),
  'é'.repeat(5_000),
]

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom('morel', 'Atelier Morel', 'fr', 'press') },
)

const number = fc.constantFrom(0, 1, 7, -1, 1.5, 1e308, -0, 2 ** 31, 2 ** 53, 400, 12)

/** What no shape asks for. */
const nonsense = fc.oneof(
  text,
  number,
  fc.constantFrom(null, true, [], {}, [[]], [null], { a: { b: 'c' } }),
  fc.constant(JSON.parse('{"__proto__": {"polluted": true}}') as unknown),
)

const instants = [
  '2026-11-20T08:00:00Z',
  '2026-11-30T08:00:00+01:00',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-14:00',
  '1970-01-01T00:00:00Z',
]

const days = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('2026-11-20', '2026-11-23') },
  fc.constantFrom('0000-01-01', '1970-01-01', '2999-12-31', '9999-12-31', '2026-02-30'),
)

type Json = z.core.JSONSchema.JSONSchema

/**
 * Anything near what a shape asks for: most often of that shape with strange words, here and there something else altogether.
 * @param ids those that are there, to be met
 */
export function anyOf(shape: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  return near(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Json, ids)
}

function near(shape: Json, ids: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: fitting(shape, ids) }, { weight: 1, arbitrary: nonsense })
}

function fitting(shape: Json, ids: readonly string[]): fc.Arbitrary<unknown> {
  const of = (one: unknown) => near(one as Json, ids)
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  const either = shape.anyOf ?? shape.oneOf
  if (either) return fc.oneof(...either.map(of))
  switch (shape.type) {
    case 'object':
      return record(shape, ids)
    case 'array':
      return fc.array(of(shape.items ?? {}), { minLength: shape.minItems ?? 0, maxLength: 4 })
    case 'integer':
      return fc.oneof(number, fc.integer({ min: shape.minimum ?? 0, max: shape.maximum ?? 100 }))
    case 'number':
      return fc.oneof(number, fc.double({ min: shape.minimum ?? 0, max: shape.maximum ?? 100 }))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return words(shape, ids)
    default:
      return nonsense
  }
}

function record(shape: Json, ids: readonly string[]): fc.Arbitrary<unknown> {
  const own = Object.entries(shape.properties ?? {}).map(([name, one]) => [
    name,
    near(one as Json, ids),
  ])
  const known = fc.record(Object.fromEntries(own) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: shape.required ?? [],
  })
  const more = shape.additionalProperties
  if (typeof more !== 'object') return known
  return fc.oneof(known, fc.dictionary(text, near(more, ids), { maxKeys: 3 }))
}

function words(shape: Json, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (shape.format === 'uuid') {
    return fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...ids) },
      { weight: 1, arbitrary: fc.uuid() },
    )
  }
  if (shape.format === 'date-time') return fc.constantFrom(...instants)
  if (shape.format === 'date') return days
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = shape
  const isLong = (one: string) => one.length >= minLength && one.length <= maxLength
  return fc.oneof({ weight: 6, arbitrary: text.filter((one) => isLong(one)) }, text)
}
