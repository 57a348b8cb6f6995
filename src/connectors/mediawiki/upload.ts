import { z } from 'zod'
import type { Outgoing } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import type { Session } from './session.ts'
import { inline } from './wikitext.ts'

const uploadSchema = z.object({ upload: z.object({ result: z.string(), filename: z.string() }) })

/**
 * Sends the images of a delivery and gives the wikitext that shows them, described. Their names come from the
 * delivery: sent again, an image takes its own place.
 */
export async function upload(
  session: Session,
  { id, images }: Pick<Outgoing, 'id' | 'images'>,
): Promise<Outcome<string>> {
  const shown: string[] = []
  for (const [index, { bytes, type, alt }] of images.entries()) {
    const filename = `${nameOf(alt)} ${id.slice(0, 8)}-${index + 1}.${type.split('/')[1] ?? 'bin'}`
    const parameters = {
      filename,
      comment: `Vigie ${id}`,
      text: inline(alt),
      ignorewarnings: '1',
    }
    const file = { bytes, type, name: filename }
    const call = { action: 'upload', parameters, file, timeoutMs: 60_000 }
    const sent = await session.write(call, uploadSchema)
    const isThere = !sent.ok && sent.failure.detail.startsWith('fileexists-no-change')
    if (!sent.ok && !isThere) return sent
    const name = sent.ok ? sent.value.upload.filename : filename
    const words = inline(alt)
    shown.push(`[[File:${name.replaceAll('_', ' ')}|thumb|alt=${words}|${words}]]`)
  }
  return done(shown.join('\n'))
}

/** The beginning of the description, without what the name of a file cannot hold. */
function nameOf(alt: string): string {
  const words = alt.replace(/[^\p{L}\p{N} ,'’-]+/gu, ' ').replace(/\s+/g, ' ')
  return [...words].slice(0, 60).join('').trim() || 'Image'
}
