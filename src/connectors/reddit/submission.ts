import type { Outgoing } from '#connectors/_contract/connector.ts'
import { optionsOf } from './options.ts'
import { text as rules } from './text.ts'

/** A post as Reddit has them: a title, and one of a text, a link, an image. */
export type Submission = { title: string } & (
  | { kind: 'self'; body: string }
  | { kind: 'link'; url: string; lost: string }
  | { kind: 'image'; lost: string }
)

/** `lost`: the words that this kind of post has no place for. */
export function submissionOf({ text, images, options }: Outgoing): Submission {
  const { title, asLink } = optionsOf(options)
  const link = asLink ? rules.spans(text).find(({ kind }) => kind === 'link') : undefined
  if (link) {
    const words = oneLine(`${text.slice(0, link.start)} ${text.slice(link.end)}`)
    const isTitled = title !== ''
    return { kind: 'link', title: title || words, url: link.value, lost: isTitled ? words : '' }
  }
  const [first = '', ...rest] = text.trim().split('\n')
  const heading = title || first.trim()
  const body = (title === '' ? rest.join('\n') : text).trim()
  if (images.length > 0) return { kind: 'image', title: heading, lost: body }
  return { kind: 'self', title: heading, body }
}

const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim()
