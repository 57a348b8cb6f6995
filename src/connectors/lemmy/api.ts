import { z } from 'zod'
import { ask, parseJson, type Reply, type Request } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import type { Failure, Outcome } from '#connectors/_contract/failure.ts'
import { parentGone, refusedBy } from '#connectors/_contract/refusals.ts'
import { waitUntil } from '#connectors/_contract/usual-failure.ts'
import type { Text } from '#platform/text.ts'
import { settingsOf, tokenOf } from './account.ts'

export const network = 'Lemmy'

export interface Call {
  /** Under `/api/v3`. */
  path: string
  query?: Record<string, string>
  json?: unknown
  publishes?: boolean
}

/**
 * Version 3 of the API: servers of 0.19 have no other, and those of 1.0 go on answering it
 * (join-lemmy.org/docs/contributors/04-api.html).
 */
export function call<T>(
  tools: Tools,
  { server, token }: { server: string; token?: string },
  { path, query, json, publishes }: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const url = new URL(`/api/v3${path}`, server)
  url.search = new URLSearchParams(query).toString()
  const request: Request = {
    url,
    method: json === undefined ? 'GET' : 'POST',
    headers: token ? { authorization: `Bearer ${token}` } : {},
    ...(json === undefined ? {} : { json }),
    ...(publishes ? { publishes } : {}),
  }
  const refusal = (reply: Reply) => meaningOf(reply, request, tools)
  return ask(tools, request, { network, schema, refusal })
}

/** Asks in the name of the account. */
export const callAs = <T>(
  tools: Tools,
  account: Account,
  asked: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> =>
  call(tools, { server: settingsOf(account).server, token: tokenOf(account) }, asked, schema)

const errorSchema = z.object({ error: z.string(), message: z.string().optional() })

/** What a refusal means, by its word; null where there is none: HTTP tells. */
export function meaningOf(reply: Reply, request: Request, tools: Tools): Failure | null {
  const { data } = errorSchema.safeParse(parseJson(reply.text))
  if (!data) return null
  const { error, message } = data
  const detail = `${reply.status} ${error} ${message ?? ''}`.trim().slice(0, 400)
  // Older servers say it with status 400.
  if (error === 'rate_limit_error') return { kind: 'rate', until: waitUntil(reply, tools), detail }
  // Of an account that is deleted, and of a post or a community that is (LemmyErrorType, 0.19).
  if (error === 'deleted' && request.publishes)
    return { kind: 'rejected', reason: parentGone(network), detail }
  if (access.has(error)) return { kind: 'auth', detail }
  if (error === 'query_timed_out' || reply.status >= 500)
    return { kind: request.publishes ? 'unknown-outcome' : 'transient', detail }
  if (reply.status === 429 || reply.status === 401) return null
  const known = sentences[error]
  if (known) return { kind: 'rejected', ...known, detail }
  return { kind: 'rejected', reason: refusedBy(network, message ?? error), detail }
}

const access = new Set(['not_logged_in', 'incorrect_totp_token', 'deleted', 'invalid_token'])

/** Something that is not there, or not any more. */
export const isGone = (failure: Failure): boolean =>
  /couldnt_find_(post|comment|private_message)|^404\b|not_found/.test(failure.detail)

const sentences: Record<string, { reason: Text; field?: string }> = {
  couldnt_find_post: { reason: parentGone(network) },
  couldnt_find_comment: { reason: parentGone(network) },
  couldnt_find_community: {
    field: 'community',
    reason: {
      en: 'There is no such community on this server.',
      fr: 'Cette communauté n’existe pas sur ce serveur.',
    },
  },
  only_mods_can_post_in_community: {
    field: 'community',
    reason: {
      en: 'Only the moderators of this community may post there.',
      fr: 'Seuls les modérateurs de cette communauté peuvent y publier.',
    },
  },
  person_is_banned_from_community: {
    field: 'community',
    reason: {
      en: 'This account is banned from the community.',
      fr: 'Ce compte est banni de la communauté.',
    },
  },
  site_ban: {
    reason: {
      en: 'The keeper of this server has banned the account. Write to them.',
      fr: 'L’administrateur de ce serveur a banni le compte. Écrivez-lui.',
    },
  },
  invalid_post_title: {
    field: 'title',
    reason: {
      en: 'Lemmy wants a title with a word of three letters at least, and 200 characters at most.',
      fr: 'Lemmy veut un titre avec un mot de trois lettres au moins, et 200 caractères au plus.',
    },
  },
  language_not_allowed: {
    field: 'language',
    reason: {
      en: 'This community does not accept the language of the post.',
      fr: 'Cette communauté n’accepte pas la langue de la publication.',
    },
  },
  locked: {
    reason: {
      en: 'This post is locked: nobody can comment any more.',
      fr: 'Cette publication est verrouillée : plus personne ne peut la commenter.',
    },
  },
  blocked_url: {
    field: 'text',
    reason: {
      en: 'This server refuses links to that address.',
      fr: 'Ce serveur refuse les liens vers cette adresse.',
    },
  },
}
