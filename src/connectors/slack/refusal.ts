import type { Reply } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { imageRefused, refusedBy } from '#connectors/_contract/refusals.ts'
import { waitUntil } from '#connectors/_contract/usual-failure.ts'
import type { Text } from '#platform/text.ts'

/**
 * What Slack means by a code: those of its own description of the Web API (2021), and of its reference as
 * hex.pm/packages/slack_kit keeps it (read 2026-11-25).
 */
export function failureOf(
  code: string,
  reply: Reply,
  { publishes }: { publishes?: boolean },
  tools: Pick<Tools, 'clock'>,
): Failure {
  const detail = code
  if (code === 'ratelimited' || code === 'rate_limited') {
    return { kind: 'rate', until: waitUntil(reply, tools), detail }
  }
  if (lockedOut.has(code)) return { kind: 'auth', detail }
  // “It's possible some aspect of the operation succeeded before the error was raised.”
  if (inTrouble.has(code)) return { kind: publishes ? 'unknown-outcome' : 'transient', detail }
  const known = sentences[code]
  return { kind: 'rejected', reason: refusedBy('Slack', code), ...known, detail }
}

const lockedOut = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'no_permission',
  'missing_scope',
  'not_allowed_token_type',
  'org_login_required',
  'ekm_access_denied',
  'access_denied',
  'team_access_not_granted',
  'accesslimited',
])

const inTrouble = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
])

const notThere = {
  en: 'The app is not in this channel. On Slack, write /invite and the name of the app in the channel.',
  fr: 'L’application n’est pas dans ce canal. Sur Slack, écrivez /invite et le nom de l’application dans le canal.',
}

const noChannel = {
  en: 'Slack shows no such channel to the app. Copy its link again; in a private channel, first write /invite and the name of the app.',
  fr: 'Slack ne montre pas ce canal à l’application. Copiez de nouveau son lien ; dans un canal privé, écrivez d’abord /invite et le nom de l’application.',
}

const archived = {
  en: 'This channel is archived. Bring it back on Slack, or choose another one.',
  fr: 'Ce canal est archivé. Rétablissez-le sur Slack, ou choisissez-en un autre.',
}

const restricted = {
  en: 'A rule of your workspace keeps the app from posting here. Ask an administrator of Slack to allow it.',
  fr: 'Une règle de votre espace de travail empêche l’application de publier ici. Demandez à un administrateur de Slack de l’autoriser.',
}

const gone = {
  en: 'The message that this one answers is no longer on Slack.',
  fr: 'Le message auquel celui-ci répond n’est plus sur Slack.',
}

const noFiles = {
  en: 'Your workspace does not accept this file. Ask an administrator of Slack, or send the text alone.',
  fr: 'Votre espace de travail n’accepte pas ce fichier. Demandez à un administrateur de Slack, ou envoyez le texte seul.',
}

const longText = {
  en: 'The text is longer than Slack accepts.',
  fr: 'Le texte est plus long que ce que Slack accepte.',
}

const longAlt = {
  en: 'The description of an image is longer than the 1,000 characters that Slack accepts.',
  fr: 'La description d’une image dépasse les 1 000 caractères que Slack accepte.',
}

const theirs = {
  en: 'Slack lets the app delete its own messages only. Delete this one on Slack.',
  fr: 'Slack ne laisse l’application supprimer que ses propres messages. Supprimez celui-ci sur Slack.',
}

const sentences: Record<string, { reason: Text; field?: string }> = {
  not_in_channel: { reason: notThere, field: 'channel' },
  channel_not_found: { reason: noChannel, field: 'channel' },
  is_archived: { reason: archived, field: 'channel' },
  restricted_action: { reason: restricted },
  restricted_action_read_only_channel: { reason: restricted },
  restricted_action_thread_only_channel: { reason: restricted },
  restricted_action_non_threadable_channel: { reason: restricted },
  restricted_action_thread_locked: { reason: restricted },
  thread_not_found: { reason: gone },
  cannot_reply_to_message: { reason: gone },
  msg_too_long: { reason: longText, field: 'text' },
  alt_txt_too_large: { reason: longAlt, field: 'images' },
  file_type_not_allowed: { reason: noFiles, field: 'images' },
  file_upload_size_restricted: { reason: noFiles, field: 'images' },
  file_uploads_disabled: { reason: noFiles, field: 'images' },
  invalid_blocks: { reason: imageRefused('Slack'), field: 'images' },
  cant_delete_message: { reason: theirs },
}
