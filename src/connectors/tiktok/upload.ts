import { send } from '#connectors/_contract/ask.ts'
import type { Tools, Video } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { network } from './api.ts'
import type { ChunkPlan } from './posts.ts'

/**
 * Sends a file chunk by chunk, from the first that is missing. 206 asks for more, 201 ends it. Only the last chunk makes a
 * post: a doubt about another one is none about the post (content-posting-api-media-transfer-guide).
 * @param from the first byte that TikTok does not have, at the beginning of a chunk
 */
export async function sendChunks(
  tools: Tools,
  uploadUrl: string,
  { file, type }: Video,
  { size, chunk, count }: ChunkPlan,
  from: number,
): Promise<Outcome<null>> {
  for (let n = Math.floor(from / chunk); n < count; n++) {
    const isLast = n === count - 1
    const start = n * chunk
    const end = isLast ? size : start + chunk
    const request = {
      url: uploadUrl,
      method: 'PUT' as const,
      headers: { 'content-type': type, 'content-range': `bytes ${start}-${end - 1}/${size}` },
      body: file.slice(start, end),
      timeoutMs: 600_000,
      publishes: isLast,
    }
    const sent = await send(tools, request)
    if (!sent.ok) return sent
    const { status } = sent.value
    if (status >= 200 && status < 300) continue
    // An address that ended, or bytes that do not follow: begun anew, for nothing was published.
    if ([400, 403, 404, 410, 416].includes(status))
      return failed({ kind: 'transient', detail: `${status} while a chunk was sent` })
    return failed(usualFailure(sent.value, request, network, tools))
  }
  return done(null)
}
