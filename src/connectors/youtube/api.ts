import type { z } from 'zod'
import type { Reply } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import type { Failure, Outcome } from '#connectors/_contract/failure.ts'
import { type Call, callGoogle, readWithClock, type Service } from '#connectors/_google/call.ts'
import { errorOf } from '#connectors/_google/errors.ts'
import type { Text } from '#platform/text.ts'

export const network = 'YouTube'
export const service: Service = { network, refusal }

const host = 'https://youtube.googleapis.com'
const api = `${host}/youtube/v3`
export const uploads = `${host}/upload/youtube/v3`

type Path = Omit<Call, 'url'> & { path: string }

/** Calls YouTube in the name of a channel. */
export const call = <T>(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
  { path, ...rest }: Path,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> =>
  callGoogle(tools, account, service, { ...rest, url: `${api}/${path}` }, schema)

/** The same for what is read, with how far YouTube’s clock is ahead of ours. */
export const callForTime = <T>(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
  { path, ...rest }: Path,
  schema: z.ZodType<T>,
) => readWithClock(tools, account, service, { ...rest, url: `${api}/${path}` }, schema)

const day = 24 * 3_600_000

/** What YouTube alone means (developers.google.com/youtube/v3/docs/errors, read 2026-11-25). */
function refusal(reply: Reply): Failure | null {
  const { message, reasons } = errorOf(reply)
  const detail = `${reply.status} ${message}`.trim()
  const reason = reasons.find((one) => Object.hasOwn(meanings, one))
  if (reason === undefined || reply.status < 400 || reply.status > 499) return null
  const { field, sentence } = meanings[reason] as Meaning
  return { kind: 'rejected', reason: sentence, detail, ...(field ? { field } : {}) }
}

/** A channel may upload so many videos a day, wherever from: YouTube does not say how many. */
export function uploadRefusal(tools: Pick<Tools, 'clock'>, reply: Reply): Failure | null {
  const { message, reasons } = errorOf(reply)
  if (!reasons.includes('uploadLimitExceeded')) return null
  const until = new Date(tools.clock.now().getTime() + day)
  return { kind: 'rate', until, detail: `${reply.status} ${message}`.trim() }
}

export const noChannel: Text = {
  en: 'This Google account has no YouTube channel. Create one on youtube.com, or begin again and choose the account of the channel.',
  fr: 'Ce compte Google n’a pas de chaîne YouTube. Créez-en une sur youtube.com, ou recommencez en choisissant le compte de la chaîne.',
}

interface Meaning {
  field?: string
  sentence: Text
}

const meanings: Record<string, Meaning> = {
  youtubeSignupRequired: { sentence: noChannel },
  invalidTitle: {
    field: 'options/title',
    sentence: {
      en: 'YouTube refuses the title: it has 100 characters at most, and neither < nor >.',
      fr: 'YouTube refuse le titre : il a 100 caractères au plus, sans < ni >.',
    },
  },
  invalidDescription: {
    field: 'text',
    sentence: {
      en: 'YouTube refuses the description: it has 5,000 bytes at most, and neither < nor >.',
      fr: 'YouTube refuse la description : elle a 5 000 octets au plus, sans < ni >.',
    },
  },
  invalidTags: {
    field: 'options/tags',
    sentence: {
      en: 'YouTube refuses the tags: they have 500 characters at most all together, and neither < nor >.',
      fr: 'YouTube refuse les mots-clés : ils ont 500 caractères au plus en tout, sans < ni >.',
    },
  },
  commentsDisabled: {
    sentence: {
      en: 'Comments are turned off under this video: turn them on in YouTube Studio.',
      fr: 'Les commentaires sont désactivés sous cette vidéo : activez-les dans YouTube Studio.',
    },
  },
}
