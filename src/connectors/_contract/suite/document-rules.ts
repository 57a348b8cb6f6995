import { expect, test } from 'vitest'
import { signingKeyFrom } from '#platform/crypto/signing-key.ts'
import type { Connector } from '../connector.ts'
import { documentUriAt } from '../documents.ts'

/** What anybody may read of a desk says who it is, the same every time, and nothing secret. */
export function documentRules({ documents = {}, manifest }: Connector): void {
  for (const [name, document] of Object.entries(documents)) {
    test(`${name} tells who this desk is, and nothing secret`, async () => {
      const origin = 'https://vigie.example'
      const { publicJwk } = await signingKeyFrom('the suite', manifest.id)
      const place = {
        uri: documentUriAt(origin, manifest.id, name),
        origin,
        redirectUri: `${origin}/api/connect/callback`,
        keys: [publicJwk],
      }
      const said = JSON.stringify(document(place))
      expect(JSON.stringify(document(place))).toBe(said)
      expect(said).toContain(origin)
      expect(said).not.toMatch(/"(d|p|q|k)":/)
    })
  }
}
