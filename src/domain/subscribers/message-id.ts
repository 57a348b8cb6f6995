import { createHash } from 'node:crypto'

/** The name of one person's letter, the same at every attempt; without its domain. */
export const messageIdOf = (mailingId: string, address: string) =>
  createHash('sha256').update(`${mailingId} ${address}`).digest('hex').slice(0, 32)
