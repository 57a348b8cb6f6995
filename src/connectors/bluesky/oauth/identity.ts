import { z } from 'zod'
import { ask, send } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { serverAddress } from '#connectors/_contract/server-address.ts'
import { network, xrpc } from '../xrpc.ts'

/** Somebody on the network: their lasting name, and the server that holds their account. */
export interface Identity {
  did: string
  handle: string
  server: string
}

/** Answers who a handle is for anybody (docs.bsky.app, read 2026-11-26). */
const resolver = 'https://public.api.bsky.app'
/** Where the lasting names `did:plc:…` are written down (web.plc.directory, read 2026-11-26). */
const directory = 'https://plc.directory'

const handleShape = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/
const didShape = /^did:(plc:[a-z2-7]{24}|web:[a-z0-9.-]+\.[a-z]+)$/

/**
 * Who a handle is, and where their account lives; both ways: the name must own the handle too. Everything here is
 * written by strangers: addresses are asked by the guarded fetch alone.
 * @param server the one that a person says holds the account, asked instead of the network
 */
export async function identify(
  tools: Tools,
  typed: string,
  server: string | null,
): Promise<Outcome<Identity>> {
  const handle = typed.trim().replace(/^@/, '').toLowerCase()
  if (!handleShape.test(handle) || handle.length > 253) return rejected('handle', notAHandle)
  const did = await didOf(tools, handle, server)
  if (!did.ok) return did
  const home = await homeOf(tools, did.value, handle)
  return home.ok ? done({ did: did.value, handle, server: home.value }) : home
}

async function didOf(tools: Tools, handle: string, server: string | null) {
  const call = { method: 'com.atproto.identity.resolveHandle', params: { handle } }
  const told = await xrpc(tools, server ?? resolver, call, z.object({ did: z.string() }))
  if (told.ok) return didShape.test(told.value.did) ? done(told.value.did) : nobody(handle)
  if (server && told.failure.kind !== 'rejected') return told
  // The name's own site may say it too, where the resolver does not know, or does not answer.
  const url = `https://${handle}/.well-known/atproto-did`
  const said = await send(tools, { url, maxBytes: 10_000, headers: { accept: 'text/plain' } })
  const did = said.ok && said.value.status === 200 ? said.value.text.trim() : ''
  if (didShape.test(did)) return done(did)
  return told.failure.kind === 'rejected' ? nobody(handle) : told
}

const documentSchema = z.object({
  id: z.string(),
  alsoKnownAs: z.array(z.string()).default([]),
  service: z
    .array(z.object({ id: z.string(), type: z.string(), serviceEndpoint: z.unknown() }))
    .default([]),
})

/** The server that a lasting name says holds its account (atproto.com/specs/did, read 2026-11-26). */
async function homeOf(tools: Tools, did: string, handle: string): Promise<Outcome<string>> {
  const url = did.startsWith('did:web:')
    ? `https://${did.slice('did:web:'.length)}/.well-known/did.json`
    : `${directory}/${did}`
  const accept = { accept: 'application/did+ld+json, application/json' }
  const reading = { network, schema: documentSchema }
  const document = await ask(tools, { url, headers: accept, maxBytes: 100_000 }, reading)
  if (!document.ok) return document.failure.kind === 'rejected' ? nobody(handle) : document
  const { id, alsoKnownAs, service } = document.value
  if (id !== did || !alsoKnownAs.includes(`at://${handle}`)) return nobody(handle)
  const home = service.find(
    (one) => one.id.endsWith('#atproto_pds') && one.type === 'AtprotoPersonalDataServer',
  )?.serviceEndpoint
  const server = typeof home === 'string' ? serverAddress(home) : null
  return server ? done(server) : nobody(handle)
}

const nobody = (handle: string) =>
  rejected('handle', {
    en: `Nobody is found on ${network} by the handle ${handle}.`,
    fr: `Personne n’est connu sur ${network} sous l’identifiant ${handle}.`,
  })

const notAHandle = {
  en: 'This is not a handle. It looks like atelier-morel.bsky.social, or like the name of your own site.',
  fr: 'Ceci n’est pas un identifiant. Il ressemble à atelier-morel.bsky.social, ou au nom de votre propre site.',
}
