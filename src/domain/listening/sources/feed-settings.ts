import type { Manifest } from '#connectors/_contract/manifest.ts'
import { type FieldProblem, Problem } from '#platform/http/problem.ts'
import type { Text } from '#platform/text.ts'
import { badSettings } from '../errors.ts'

type Field = Manifest['connect']['fields'][number]

/** What a person fills in for a feed: the form its connector declares, or else its address (`Listen.read`). */
export function feedFields({ connect }: Manifest): Field[] {
  return connect.fields.length > 0 ? connect.fields : [address]
}

const address: Field = {
  name: 'url',
  label: { en: 'Address', fr: 'Adresse' },
  kind: 'url',
  placeholder: 'https://journal.example/feed',
  required: true,
}

/**
 * Reads a filled-in form. An address without its protocol gets `https://` and loses its fragment; keys come in the form's order, so that
 * the same feed is always written the same.
 * @throws Problem with a sentence by each field at fault
 */
export function readSettings(
  fields: readonly Field[],
  given: Record<string, string>,
): Record<string, string> {
  const problems: FieldProblem[] = []
  const settings: Record<string, string> = {}
  for (const field of fields) {
    const value = valueOf(field, given[field.name] ?? '')
    const wrong = wrongWith(field, value)
    if (wrong) problems.push({ pointer: `/settings/${field.name}`, detail: wrong })
    else if (value !== '') settings[field.name] = value
  }
  if (problems.length > 0) throw new Problem(badSettings, {}, { fields: problems })
  return settings
}

function valueOf({ kind }: Field, given: string): string {
  const trimmed = given.trim()
  if (kind !== 'url' || trimmed === '') return trimmed
  // Some browsers hand over `feed:https://…` or `feed://…`.
  const plain = trimmed.replace(/^feed:(\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'https:')
  const hasProtocol = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(plain)
  const whole = hasProtocol ? plain : `https://${plain}`
  const url = URL.parse(whole)
  if (!url) return whole
  // A place within a page: no server is ever told of it.
  url.hash = ''
  return url.href
}

function wrongWith(field: Field, value: string): Text | null {
  if (value === '') return field.required ? missing : null
  if (field.kind !== 'url') return null
  const web = URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
  return web ? null : notWeb
}

const missing: Text = { en: 'Fill in this field.', fr: 'Renseignez ce champ.' }
const notWeb: Text = {
  en: 'Write a web address, for instance https://journal.example/feed.',
  fr: 'Écrivez une adresse web, par exemple https://journal.example/flux.',
}
