import type { Image, Outgoing } from '#connectors/_contract/connector.ts'
import type { Call } from './bot-api.ts'
import { optionsOf } from './options.ts'
import { pollParams } from './poll.ts'

/** The call that sends a post: one method for words, a photo, an album, a video, a poll. */
export function contentCall(outgoing: Outgoing): Call {
  const { poll, video, images } = outgoing
  if (poll) return { method: 'sendPoll', params: pollParams(outgoing.text, poll) }
  if (video) return videoCall(outgoing, video)
  const [first, ...others] = images
  if (!first) return { method: 'sendMessage', params: messageParams(outgoing) }
  if (others.length > 0) return albumCall(outgoing)
  return {
    method: 'sendPhoto',
    params: captionOf(outgoing),
    files: { photo: fileOf(first, 'photo') },
  }
}

/** Without `parse_mode`: an asterisk that a person types stays an asterisk. */
function messageParams({ text, options }: Outgoing): Record<string, unknown> {
  const { linkPreview } = optionsOf(options)
  const preview = { above: { show_above_text: true }, none: { is_disabled: true } }
  return {
    text,
    ...(entitiesOf(text, options) ? { entities: entitiesOf(text, options) } : {}),
    ...(linkPreview === 'below' ? {} : { link_preview_options: preview[linkPreview] }),
  }
}

function captionOf({ text, options }: Outgoing): Record<string, unknown> {
  if (text === '') return {}
  const entities = entitiesOf(text, options)
  return { caption: text, ...(entities ? { caption_entities: entities } : {}) }
}

/** Offsets are UTF-16 code units, as ours. Links, names and tags are found by Telegram itself. */
function entitiesOf(text: string, options: Record<string, unknown>) {
  const [title = ''] = text.split('\n')
  if (!optionsOf(options).boldTitle || title.trim() === '') return null
  return [{ type: 'bold', offset: 0, length: title.length }]
}

function albumCall(outgoing: Outgoing): Call {
  const { images } = outgoing
  const media = images.map((_, i) => ({
    type: 'photo',
    media: `attach://photo${i}`,
    // The words under an album are those of its first picture.
    ...(i === 0 ? captionOf(outgoing) : {}),
  }))
  const files = images.map((image, i) => [`photo${i}`, fileOf(image, `photo${i}`)] as const)
  return { method: 'sendMediaGroup', params: { media }, files: Object.fromEntries(files) }
}

function videoCall(outgoing: Outgoing, video: NonNullable<Outgoing['video']>): Call {
  const { width, height, seconds, poster, file, type } = video
  return {
    method: 'sendVideo',
    params: {
      ...captionOf(outgoing),
      width,
      height,
      duration: Math.round(seconds),
      supports_streaming: true,
      ...(poster ? { cover: 'attach://still' } : {}),
    },
    files: {
      video: new File([file], 'video.mp4', { type }),
      ...(poster ? { still: fileOf(poster, 'still') } : {}),
    },
  }
}

function fileOf({ bytes, type }: Image, name: string): File {
  return new File([bytes], `${name}.${type.split('/')[1] ?? 'bin'}`, { type })
}
