import { z } from 'zod'
import { ask } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import { maxText } from './limits.ts'

/** What we use of the document in which a relay describes itself (NIP-11, read 2026-11-25). */
const factsSchema = z.object({
  supported_nips: z.array(z.unknown()).optional().catch(undefined),
  limitation: z
    .object({
      max_content_length: z.number().int().positive().optional().catch(undefined),
      max_message_length: z.number().int().positive().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})

/** What a message needs beside the text: keys, signature, tags. */
const aroundText = 2000
const bytesPerCharacter = 4

/** The most characters that all these relays take; undefined when none says. One that says nothing counts for nothing. */
export async function textMaxOf(tools: Tools, relays: string[]): Promise<number | undefined> {
  const told = await Promise.all(relays.map((relay) => longestOn(tools, relay)))
  const maxima = told.filter((max) => max !== undefined)
  return maxima.length > 0 ? Math.min(...maxima, maxText) : undefined
}

/** Whether a relay says that it searches words (NIP-50, read 2026-11-26). */
export async function searchesWords(tools: Tools, relay: string): Promise<boolean> {
  const facts = await factsOf(tools, relay)
  return facts.ok && (facts.value.supported_nips ?? []).includes(50)
}

function factsOf(tools: Tools, relay: string) {
  const request = {
    url: relay.replace(/^ws/, 'http'),
    headers: { accept: 'application/nostr+json' },
    maxBytes: 200_000,
    timeoutMs: 5000,
  }
  return ask(tools, request, { network: relay, schema: factsSchema })
}

async function longestOn(tools: Tools, relay: string): Promise<number | undefined> {
  const answer = await factsOf(tools, relay)
  if (!answer.ok) return undefined
  const { max_content_length: characters, max_message_length: bytes } =
    answer.value.limitation ?? {}
  const fits = bytes === undefined ? [] : [Math.floor((bytes - aroundText) / bytesPerCharacter)]
  const maxima = [...(characters === undefined ? [] : [characters]), ...fits].filter((n) => n > 0)
  return maxima.length > 0 ? Math.min(...maxima) : undefined
}
