import { Problem } from '#platform/http/problem.ts'
import type { Call } from '#platform/http/route.ts'
import { sentFile } from '#platform/http/sent-file.ts'
import { noFile, tooHeavy } from './errors.ts'

const MOST_BYTES = 2_000_000

/** The file of a form, whole. @throws Problem when there is none, or it is too heavy */
export async function fileOf({ request }: Call): Promise<{ bytes: Uint8Array; fileName: string }> {
  const file = await sentFile(request, MOST_BYTES)
  if (file === 'none') throw new Problem(noFile)
  if (file === 'too-heavy') throw new Problem(tooHeavy, { limit: `${MOST_BYTES / 1e6} MB` })
  return file
}
