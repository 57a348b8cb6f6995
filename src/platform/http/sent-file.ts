import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { storable } from '#platform/db/storable.ts'
import { fileCame } from './sent-payload.ts'

/** The file of a form, whole, under a name that a database can keep; or why there is none. */
export async function sentFile(
  request: FastifyRequest,
  mostBytes: number,
): Promise<{ bytes: Uint8Array; fileName: string } | 'none' | 'too-heavy'> {
  if (!request.isMultipart()) return 'none'
  const part = await request.file({ limits: { fileSize: mostBytes, files: 1 } })
  if (!part) return 'none'
  const { filename: fileName } = part
  const bytes = await part.toBuffer().catch((error: unknown) => {
    if (error instanceof request.server.multipartErrors.RequestFileTooLargeError) return null
    throw error
  })
  if (!bytes) return 'too-heavy'
  await fileCame(request, { fileName, sha256: createHash('sha256').update(bytes).digest('hex') })
  return { bytes, fileName: storable(fileName) }
}
