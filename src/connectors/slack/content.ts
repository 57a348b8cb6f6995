import type { Image, Outgoing } from '#connectors/_contract/connector.ts'
import { pieces } from '#connectors/_contract/preview.ts'
import { settingsOf } from './account.ts'
import { optionsOf } from './options.ts'
import { escape, text as rules } from './text.ts'

/** What tells our message from any other (docs.slack.dev/messaging/message-metadata, read 2026-11-25). */
export const deliveryEvent = 'vigie_delivery'

/** The parameters of a message. `fileIds` are those of its images, in order. */
export function paramsOf(
  account: Parameters<typeof settingsOf>[0],
  outgoing: Outgoing,
  fileIds: string[],
) {
  const { id, text, images, replyTo, options } = outgoing
  const shows = !optionsOf(options).hideCards
  const event = { event_type: deliveryEvent, event_payload: { delivery: id } }
  return {
    channel: settingsOf(account).channelId,
    text: escape(spoken(outgoing)),
    // What a person types between stars stays between stars.
    mrkdwn: false,
    ...(images.length > 0 ? { blocks: JSON.stringify(blocksOf(text, images, fileIds)) } : {}),
    ...(replyTo ? { thread_ts: threadOf(replyTo) } : {}),
    unfurl_links: shows,
    unfurl_media: shows,
    metadata: JSON.stringify(event),
  }
}

/** Threads are flat there: whatever is answered, the first message of its thread is named. */
export function threadOf({ remoteId, data }: NonNullable<Outgoing['replyTo']>): string {
  const thread = data?.['thread']
  return typeof thread === 'string' ? thread : remoteId
}

/**
 * What notifications show and screen readers say: they read no block, so the descriptions follow the words, as many as
 * fit.
 */
export function spoken({ text, images }: Outgoing): string {
  let said = text.trim() === '' ? '' : text
  for (const image of images) {
    const more = said === '' ? altOf(image) : `${said}\n${altOf(image)}`
    if (rules.count(more) > spokenMax) break
    said = more
  }
  return said
}

/** Longer, and Slack may make several messages of it. */
const spokenMax = 4000

const altOf = ({ alt }: Image) => alt || 'image'

/** Beside blocks the text is not shown: a block of rich text says it, without any markup to be read in it. */
function blocksOf(words: string, images: Image[], fileIds: string[]) {
  const elements = pieces(words, rules.spans(words)).map(({ text, span }) =>
    span ? { type: 'link', url: span.value } : { type: 'text', text },
  )
  const said = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
  const shown = images.map((image, i) => ({
    type: 'image',
    slack_file: { id: fileIds[i] },
    alt_text: altOf(image),
  }))
  return [...(words.trim() === '' ? [] : [said]), ...shown]
}
