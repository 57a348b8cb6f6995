import { Problem } from '#platform/http/problem.ts'
import type { Call } from '#platform/http/route.ts'
import { noFile, tooHeavy } from './errors.ts'

const MOST_BYTES = 2_000_000

/** The file of a form, whole. @throws Problem when there is none, or it is too heavy */
export async function fileOf({ request }: Call): Promise<{ bytes: Uint8Array; fileName: string }> {
  if (!request.isMultipart()) throw new Problem(noFile)
  const part = await request.file({ limits: { fileSize: MOST_BYTES, files: 1 } })
  if (!part) throw new Problem(noFile)
  try {
    return { bytes: await part.toBuffer(), fileName: part.filename }
  } catch (error) {
    if (!(error instanceof request.server.multipartErrors.RequestFileTooLargeError)) throw error
    throw new Problem(tooHeavy, { limit: `${MOST_BYTES / 1e6} MB` })
  }
}
