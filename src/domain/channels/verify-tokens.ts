import { createHmac } from 'node:crypto'
import type { Desk } from '#domain/desk.ts'

/**
 * The word by which a company's networks and this desk know each other. It is kept nowhere: it follows from the desk's
 * key. The first is the one to hand out; those of former keys go on to be known while these are still given to the desk.
 */
export const verifyTokens = (
  { verifySecrets }: Pick<Desk, 'verifySecrets'>,
  companyId: string,
  connectorId: string,
): string[] =>
  verifySecrets.map((secret) =>
    createHmac('sha256', secret).update(`${connectorId}:${companyId}`).digest('base64url'),
  )
