import type { PublicJwk } from '#platform/crypto/signing-key.ts'

/** Where strangers read the documents of the networks, on every desk. */
export const DOCUMENTS = '/api/connect/documents'

/** The address of a network's document on the desk that is found at `origin`. */
export const documentUriAt = (origin: string, connectorId: string, name: string) =>
  `${origin}${DOCUMENTS}/${connectorId}/${name}`

/** What a document may say of the desk that shows it. */
export interface DocumentPlace {
  /** The address of the document itself. */
  uri: string
  /** Where the desk is found. */
  origin: string
  /** Where networks send people back. */
  redirectUri: string
  /** What the desk's signatures for this network are checked with, that of its current key first. */
  keys: readonly PublicJwk[]
}

/**
 * Documents by which a desk tells a network who it is, by their names (`client.json`): anybody may read them, so they
 * hold nothing of a company. Pure.
 */
export type Documents = Record<string, (place: DocumentPlace) => object>
