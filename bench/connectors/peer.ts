import type { Connected } from '#connectors/_contract/connector.ts'

export interface Picture {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  alt: string
}

/** A real server that runs here, and somebody who has an account there. */
export interface Peer {
  connectorId: string
  /** `host:port` of what the desk must reach. */
  hosts: string[]
  /** The account: what a person types to connect it, or as it is once connected. */
  account: { fields: Record<string, string> } | { connected: Connected }
  /** How many pictures a post has there. */
  pictures: number
  /** The floor: the same post by the fewest requests of a script, by fetch alone. Throws when it is refused. */
  post(words: string, pictures: Picture[]): Promise<void>
  stop(): Promise<void>
}

/** Boots it, or says in a sentence why this machine cannot have it. */
export type OpenPeer = () => Promise<Peer | { missing: string }>

/** Asks by fetch, and reads the answer. @throws Error with what was answered, when it is no success */
export async function said<Answer>(url: string | URL, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init)
  const words = await response.text()
  if (!response.ok) throw new Error(`${String(url)} answered ${response.status}: ${words}`)
  return JSON.parse(words) as Answer
}

/** A picture as the field of a form. */
export function formWith(field: string, { bytes, type, alt }: Picture): FormData {
  const form = new FormData()
  form.set(field, new Blob([bytes], { type }), `${alt}.jpg`)
  return form
}
