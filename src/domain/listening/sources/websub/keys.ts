import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'

const keysSchema = z.object({
  /** Names the subscription in the address the hub calls. */
  token: z.string(),
  /** Signs what the hub sends. */
  secret: z.string(),
})

type Keys = z.infer<typeof keysSchema>

export function sealKeys({ secrets }: Desk, id: string, keys: Keys): string {
  return secrets.seal(JSON.stringify(keys), `websub:${id}`)
}

/** @throws SealBroken when the desk's key is another */
export function openKeys({ secrets }: Desk, { id, sealed }: { id: string; sealed: string }): Keys {
  return keysSchema.parse(JSON.parse(secrets.open(sealed, `websub:${id}`)))
}
