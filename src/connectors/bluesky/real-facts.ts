import type { Heard } from '#connectors/_contract/suite/record.ts'

/** A facet as the network gives it back. */
export interface Facet {
  index: { byteStart: number; byteEnd: number }
  features: { did?: string }[]
}

/** The words under a facet, which counts bytes of UTF-8. */
export const wordsOf = (text: string, { index }: Facet) =>
  Buffer.from(text).subarray(index.byteStart, index.byteEnd).toString()

export const mentionOf = (did: string, byteStart: number, byteEnd: number) => ({
  index: { byteStart, byteEnd },
  features: [{ $type: 'app.bsky.richtext.facet#mention', did }],
})

/** The method, and what went wrong if something did. */
export function fixtureName({ url, status, body }: Heard): string {
  const method = url.pathname.split('.').at(-1) ?? ''
  if (status === 200) return method
  const { error = '', message = '' } = body as { error?: string; message?: string }
  const what = /(\w+ too big)/.exec(message)?.[1]?.replaceAll(' ', '-') ?? error
  return `${method}-${what}`
}
