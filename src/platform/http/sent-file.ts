import type { FastifyRequest } from 'fastify'

/** The file of a form, whole; or why there is none. */
export async function sentFile(
  request: FastifyRequest,
  mostBytes: number,
): Promise<{ bytes: Uint8Array; fileName: string } | 'none' | 'too-heavy'> {
  if (!request.isMultipart()) return 'none'
  const part = await request.file({ limits: { fileSize: mostBytes, files: 1 } })
  if (!part) return 'none'
  try {
    return { bytes: await part.toBuffer(), fileName: part.filename }
  } catch (error) {
    if (!(error instanceof request.server.multipartErrors.RequestFileTooLargeError)) throw error
    return 'too-heavy'
  }
}
