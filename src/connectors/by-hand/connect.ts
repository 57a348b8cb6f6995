import type { Account, Connect, Connected } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { KINDS } from './kinds.ts'

const MOST_STEPS = 12

/** An account is a name that a person gives; nobody is asked anything. */
export const connect: Connect = {
  withCredentials(_tools, fields) {
    const name = (fields['name'] ?? '').trim().slice(0, 80)
    const kind = fields['kind'] ?? 'other'
    const address = (fields['address'] ?? '').trim()
    if (name === '') return Promise.resolve(rejected('name', unnamed))
    if (!Object.hasOwn(KINDS, kind)) return Promise.resolve(rejected('kind', unknownKind))
    if (address !== '' && !isAddress(address))
      return Promise.resolve(rejected('address', noAddress))
    const steps = ownSteps(kind, fields['steps'] ?? '')
    const settings = { kind, steps, ...(address ? { address } : {}) }
    const remoteId = `${kind}:${slug(name)}`
    return Promise.resolve(done(named({ remoteId, handle: name, settings, secrets: {} })))
  },
  check: (_tools, account) => Promise.resolve(done(named(account))),
}

function named(account: Account): Connected {
  const address = account.settings['address']
  return {
    account,
    displayName: account.handle,
    profileUrl: typeof address === 'string' ? address : '',
  }
}

/** What was left as it was proposed follows its kind, in the language of whoever reads. */
function ownSteps(kind: string, written: string): string[] {
  const steps = written
    .split('\n')
    .map((step) => step.trim().slice(0, 300))
    .filter(Boolean)
    .slice(0, MOST_STEPS)
  const usual = KINDS[kind]?.steps ?? []
  const isProposed = (['en', 'fr'] as const).some(
    (language) => usual.map((step) => step[language]).join('\n') === steps.join('\n'),
  )
  return isProposed ? [] : steps
}

function isAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
}

/** The same name written with other capitals or accents is the same account. */
const slug = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')

const unnamed = {
  en: 'Give it a name by which you will know it, such as “Poster in the window”.',
  fr: 'Donnez-lui un nom qui vous parle, par exemple « Affiche en vitrine ».',
}
const unknownKind = {
  en: 'Choose what kind of place it is.',
  fr: 'Choisissez de quel genre d’endroit il s’agit.',
}
const noAddress = {
  en: 'An address begins with https:// – leave it empty when there is none.',
  fr: 'Une adresse commence par https:// – laissez vide s’il n’y en a pas.',
}
