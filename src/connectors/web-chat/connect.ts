import type { Account, Connect, Connected, Finding } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { colorIn } from './color.ts'
import { hoursIn } from './hours.ts'
import { originIn } from './origins.ts'
import { type ChatSettings, COLOR, KEEP_DAYS, settingsOf } from './settings.ts'

const MOST_ORIGINS = 20

/** A chat is what a person chose for it; nobody is asked anything. */
export const connect: Connect = {
  withCredentials(_tools, fields) {
    const name = (fields['name'] ?? '').trim().slice(0, 60)
    // Changed by its form, it stays the same chat even under another name.
    const slug = name && slugOf(fields['key'] ?? name)
    if (slug === '') return Promise.resolve(rejected('name', words.unnamed))
    const written = linesOf(fields['origins'] ?? '')
    const origins = written.map(originIn)
    const wrong = written.find((_, at) => origins[at] === null)
    if (wrong !== undefined || written.length === 0)
      return Promise.resolve(rejected('origins', words.noAddress(wrong ?? '')))
    if (written.length > MOST_ORIGINS) return Promise.resolve(rejected('origins', words.tooMany))
    const hours = hoursIn(fields['hours'] ?? '')
    if (!hours) return Promise.resolve(rejected('hours', words.noHours))
    const color = colorIn(fields['color'] || COLOR)
    if (!color) return Promise.resolve(rejected('color', words.noColor))
    const { language } = settingsOf({ settings: { language: fields['language'] } })
    const days = Number(fields['keepDays'])
    const settings: ChatSettings = {
      origins: [...new Set(origins.filter((one) => one !== null))],
      language,
      hours,
      hoursWritten: fields['hours'] ?? '',
      color,
      keepDays: KEEP_DAYS.find((one) => one === days) ?? KEEP_DAYS[0],
    }
    return Promise.resolve(done(named({ remoteId: slug, handle: name, settings, secrets: {} })))
  },
  check: (_tools, account) => Promise.resolve(done(named(account))),
  examine: (tools, account) =>
    Promise.resolve(done(findings(account, tools.sightings ?? {}, tools.clock.now()))),
}

function named(account: Account): Connected {
  const [profileUrl = ''] = settingsOf(account).origins
  return { account, displayName: account.handle, profileUrl }
}

const DAY_MS = 86_400_000

/** Where the widget was last seen; and where it was asked for and may not be shown. */
function findings(
  account: Account,
  { allowed, refused }: { allowed?: Seen; refused?: Seen },
  now: Date,
): Finding[] {
  const { origins } = settingsOf(account)
  const found: Finding[] = []
  if (!allowed)
    found.push({ what: words.neverSeen, ok: false, next: words.paste(origins[0] ?? '') })
  else {
    const isOld = now.getTime() - Date.parse(allowed.at) > 7 * DAY_MS
    const next = words.paste(allowed.origin)
    found.push({ what: words.seen(allowed), ok: !isOld, ...(isOld ? { next } : {}) })
  }
  // Once it was allowed, what was refused before is settled.
  if (refused && !origins.includes(refused.origin))
    found.push({ what: words.refused(refused), ok: false, next: words.allow(refused.origin) })
  return found
}

interface Seen {
  origin: string
  at: string
}

const day = (at: string, tag: string) =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at))

const linesOf = (written: string) =>
  written
    .split(/[\n,]+/)
    .map((line) => line.trim())
    .filter(Boolean)

/** The same name written with other capitals or accents is the same chat. */
const slugOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

const words = {
  unnamed: {
    en: 'Give the name that visitors will see at the top of the chat.',
    fr: 'Donnez le nom que les visiteurs verront en haut de la discussion.',
  },
  noAddress: (line: string) =>
    line === ''
      ? {
          en: 'Give the address of your website, as https://www.atelier.example.',
          fr: 'Donnez l’adresse de votre site, comme https://www.atelier.example.',
        }
      : {
          en: `“${line}” is not the address of a website. Write it as https://www.atelier.example.`,
          fr: `« ${line} » n’est pas l’adresse d’un site. Écrivez-la comme https://www.atelier.example.`,
        },
  tooMany: {
    en: `${MOST_ORIGINS} addresses at most.`,
    fr: `${MOST_ORIGINS} adresses au plus.`,
  },
  noHours: {
    en: 'Write days, then hours: mon-fri 9:00-12:30 14:00-18:00, one line for each kind of day.',
    fr: 'Écrivez les jours, puis les heures : lun-ven 9h-12h30 14h-18h, une ligne par sorte de jour.',
  },
  noColor: {
    en: 'Write the colour as # and six letters or digits, such as #126154.',
    fr: 'Écrivez la couleur avec # et six lettres ou chiffres, par exemple #126154.',
  },
  neverSeen: {
    en: 'No page of your website has asked for the chat yet.',
    fr: 'Aucune page de votre site n’a encore demandé la discussion.',
  },
  paste: (origin: string) => ({
    en: `Paste the line into the pages of ${origin}, then open one of them.`,
    fr: `Collez la ligne dans les pages de ${origin}, puis ouvrez-en une.`,
  }),
  seen: ({ origin, at }: Seen) => ({
    en: `Last seen on ${origin}, on ${day(at, 'en-GB')}.`,
    fr: `Vue pour la dernière fois sur ${origin}, le ${day(at, 'fr-FR')}.`,
  }),
  refused: ({ origin, at }: Seen) => ({
    en: `${origin} asked for it on ${day(at, 'en-GB')}, and is not among your addresses: it was not shown there.`,
    fr: `${origin} l’a demandée le ${day(at, 'fr-FR')}, et n’est pas parmi vos adresses : elle n’y a pas été montrée.`,
  }),
  allow: (origin: string) => ({
    en: `If ${origin} is yours, connect the chat again under the same name with this address added.`,
    fr: `Si ${origin} est à vous, connectez à nouveau la discussion sous le même nom en ajoutant cette adresse.`,
  }),
}
