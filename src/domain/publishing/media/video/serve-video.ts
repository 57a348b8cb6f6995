import type { Call } from '#platform/http/route.ts'
import type { Media } from '../../tables.ts'
import { serveFile } from '../serve-file.ts'
import { keptForGood } from '../serve-picture.ts'

/** Sends a video of the library to somebody of the company. */
export function serveVideo(
  call: Call,
  file: string,
  { sha256, type, fileName }: Media,
): Promise<void> {
  const headers = keptForGood(`"${sha256}"`, fileName)
  return serveFile(call, { file, type, etag: sha256, headers })
}
