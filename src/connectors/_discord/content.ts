import type { Outgoing } from '#connectors/_contract/connector.ts'
import { optionsOf } from './options.ts'
import { pollOf } from './poll.ts'

/** docs.discord.com/developers/resources/message#message-object-message-flags, read 2026-11-25. */
const suppressEmbeds = 1 << 2
const suppressNotifications = 1 << 12

const parsed = {
  nobody: [],
  named: ['users', 'roles'],
  everyone: ['users', 'roles', 'everyone'],
}

/** A message as it leaves: words or a poll, whom it may notify, and its files' descriptions. */
function contentOf(outgoing: Outgoing) {
  const { text, poll, replyTo, options } = outgoing
  const { notify, silent, hideCards } = optionsOf(options)
  const flags = (hideCards ? suppressEmbeds : 0) | (silent ? suppressNotifications : 0)
  const attachments = filesOf(outgoing).map(({ name, alt }, i) => ({
    id: String(i),
    filename: name,
    ...(alt === '' ? {} : { description: alt }),
  }))
  return {
    ...(poll ? { poll: pollOf(text, poll) } : { content: text }),
    // Somebody whose message we answer is told; nobody is by a name that happens to stand in the text.
    allowed_mentions: { parse: parsed[notify], replied_user: replyTo?.data?.['person'] === true },
    ...(flags === 0 ? {} : { flags }),
    ...(attachments.length > 0 ? { attachments } : {}),
  }
}

/**
 * The whole request: JSON, or a form with the files beside it.
 * @param more what a way of sending adds to the message
 */
export function bodyOf(outgoing: Outgoing, more: Record<string, unknown> = {}) {
  const content = { ...contentOf(outgoing), ...more }
  const files = filesOf(outgoing)
  if (files.length === 0) return { json: content }
  const body = new FormData()
  body.set('payload_json', JSON.stringify(content))
  for (const [i, { name, blob }] of files.entries()) body.set(`files[${i}]`, blob, name)
  return { body, timeoutMs: 300_000 }
}

/** What is attached, in order, under plain names: Discord shows pictures and videos by how their name ends. */
export function filesOf({ images, video }: Outgoing) {
  const pictures = images.map(({ bytes, type, alt }, i) => ({
    name: `image-${i + 1}.${endingOf(type)}`,
    blob: new Blob([bytes], { type }),
    alt,
  }))
  if (!video) return pictures
  const { file, type, alt } = video
  return [...pictures, { name: `video.${endingOf(type)}`, blob: file, alt }]
}

function endingOf(type: string): string {
  const ending = type.split('/')[1] ?? 'bin'
  return { jpeg: 'jpg', quicktime: 'mov' }[ending] ?? ending
}
