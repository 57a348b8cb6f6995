import { type Language, say, type Text } from '#platform/text.ts'
import { actions } from './actions/index.ts'

/**
 * One entry of the trail as a sentence.
 * @param who the name of the person or program; empty for a program whose key is gone
 * @param whom the name of the member an entry is about, where it is about one
 */
export function sentenceOf(
  action: string,
  detail: Record<string, unknown>,
  { who, whom }: { who: string; whom: string },
  language: Language,
): string {
  const text = (actions as Record<string, Text>)[action] ?? unknown
  return say(text, language, {
    ...plain(detail),
    who: who || say(goneProgram, language),
    whom: whom || say(somebody, language),
    action,
    role: roles[String(detail['role'])]?.[language] ?? String(detail['role'] ?? ''),
    when: whenOf(detail, language),
    scopes: Array.isArray(detail['scopes']) ? detail['scopes'].join(', ') : '',
    held: say(scopes[String(detail['scope'])] ?? everything, language),
  })
}

function plain(detail: Record<string, unknown>) {
  const small = Object.entries(detail).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
  )
  return Object.fromEntries(small)
}

/** A wall time as it was chosen, with its zone: `1 December 2026 at 09:00 (Europe/Paris)`. */
function whenOf({ wallTime, timeZone }: Record<string, unknown>, language: Language): string {
  const at = new Date(`${String(wallTime)}:00Z`)
  if (Number.isNaN(at.getTime())) return '?'
  const shown = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(at)
  return typeof timeZone === 'string' ? `${shown} (${timeZone})` : shown
}

const goneProgram: Text = {
  en: 'A program whose key is gone',
  fr: 'Un programme dont la clé n’existe plus',
}
const somebody: Text = { en: 'someone', fr: 'quelqu’un' }
const everything: Text = { en: 'everything', fr: 'tout' }

const scopes: Record<string, Text> = {
  company: everything,
  network: { en: 'everything for a network', fr: 'tout ce qui va sur un réseau' },
  account: { en: 'everything of an account', fr: 'tout ce qui part par un compte' },
  campaign: { en: 'a campaign', fr: 'une campagne' },
}

const roles: Record<string, Text> = {
  owner: { en: 'owner', fr: 'propriétaire' },
  manager: { en: 'manager', fr: 'responsable' },
  editor: { en: 'editor', fr: 'éditeur ou éditrice' },
  contributor: { en: 'contributor', fr: 'contributeur ou contributrice' },
  reviewer: { en: 'reviewer', fr: 'relecteur ou relectrice' },
  analyst: { en: 'analyst', fr: 'analyste' },
}

/** For actions of an earlier Vigie that nobody does any more. */
const unknown: Text = { en: '{who}: {action}.', fr: '{who} : {action}.' }
