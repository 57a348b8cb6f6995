import { z } from 'zod'
import type { Image, Outgoing } from '#connectors/_contract/connector.ts'
import { multipart } from './multipart.ts'
import { codePoints, paragraphs, text as rules } from './text.ts'

const optionsSchema = z.object({ tags: z.string().trim().catch('') })

/** Tags as Tumblr takes them: with commas between, no sign before them. */
function tagsOf({ options }: Outgoing): string {
  const { tags } = optionsSchema.parse(options)
  return tags
    .split(',')
    .map((tag) => tag.trim().replace(/^#/, ''))
    .filter((tag) => tag !== '')
    .join(',')
}

/** The whole request: JSON, or a form with the pictures beside it. Pictures come first, as on Tumblr's own pages. */
export function bodyOf(outgoing: Outgoing) {
  const { images, text } = outgoing
  const tags = tagsOf(outgoing)
  const json = {
    content: [...images.map(imageBlock), ...paragraphs(text).map(textBlock)],
    state: 'published',
    ...(tags === '' ? {} : { tags }),
  }
  if (images.length === 0) return { json }
  const files = images.map(({ bytes, type }, i) => ({
    name: nameOf(i),
    filename: `${nameOf(i)}.${type.split('/')[1] ?? 'bin'}`,
    blob: new Blob([bytes], { type }),
  }))
  return { ...multipart(json, files), timeoutMs: 300_000 }
}

const nameOf = (index: number) => `image-${index + 1}`

function imageBlock({ type, width, height, alt }: Image, index: number) {
  return {
    type: 'image',
    media: [{ type, identifier: nameOf(index), width, height }],
    ...(alt === '' ? {} : { alt_text: alt }),
  }
}

/** Tumblr finds no link by itself; ranges are counted in code points. */
function textBlock(words: string) {
  const formatting = rules
    .spans(words)
    .filter(({ kind }) => kind === 'link')
    .map(({ start, end, value }) => ({
      start: codePoints(words.slice(0, start)),
      end: codePoints(words.slice(0, end)),
      type: 'link',
      url: value,
    }))
  return { type: 'text', text: words, ...(formatting.length > 0 ? { formatting } : {}) }
}
