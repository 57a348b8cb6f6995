import type { FastifyRequest } from 'fastify'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/db/database.ts'
import type { Log } from '#platform/log.ts'
import { type Language, preferredLanguage } from '#platform/text.ts'
import type { Actor, Person } from './route.ts'

export interface Identity {
  /** The person or key behind a request and the company it is about; null when there is none. */
  actor(request: FastifyRequest): Promise<Actor | null>
  /** The signed-in person, of whatever company. */
  person(request: FastifyRequest): Promise<Person | null>
}

export interface HttpTools {
  db: Database
  clock: Clock
  log: Log
  identity: Identity
  version: string
  trustProxy: false | number | string[]
  /** Closed by /health until the desk is ready. */
  health: () => Record<string, unknown> & { ready: boolean }
}

/** The language a request asks to be answered in. */
export function languageOf(request: FastifyRequest): Language {
  return preferredLanguage(request.headers['accept-language'])
}
