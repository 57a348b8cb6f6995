import type { Tools, Video } from '#connectors/_contract/connector.ts'
import { openDesk } from '#connectors/_contract/suite/desk.ts'
import kit from './contract.ts'
import { type TikTokDouble } from './double.ts'
import tiktok from './index.ts'

/** A desk that keeps what an attempt writes down, as the real one does. */
export async function openAccount() {
  const desk = await openDesk(tiktok, kit)
  let kept: Record<string, unknown> | undefined
  const tools: Tools = {
    ...desk.tools,
    keep: async (facts) => void (kept = structuredClone(facts)),
  }
  return {
    ...desk,
    tools,
    network: desk.network as TikTokDouble,
    withKept: <T extends object>(outgoing: T) => ({ ...outgoing, ...(kept ? { kept } : {}) }),
  }
}

export const filmOf = (bytes: number, seconds = 20): Video => ({
  file: new Blob([new Uint8Array(bytes)], { type: 'video/mp4' }),
  type: 'video/mp4',
  width: 1080,
  height: 1920,
  seconds,
  alt: '',
})
