import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Language } from '#platform/text.ts'

/** What a role or an API key may do. The table of roles is governance's. */
export const SCOPES = [
  'posts:read',
  'posts:write',
  /** What one schedules leaves without anybody's approval, where the company asks for one. */
  'posts:publish',
  'posts:approve',
  'channels:read',
  'channels:write',
  'inbox:read',
  'inbox:write',
  'listening:read',
  'listening:write',
  'results:read',
  'links:write',
  'experiments:write',
  'company:read',
  'company:write',
  'members:write',
  'crisis:write',
  'audit:read',
  'webhooks:write',
] as const
export type Scope = (typeof SCOPES)[number]

/**
 * Who may call a route: anyone; any signed-in person, of whatever company; whoever acts in the company the request is
 * about; or who holds a scope there. Every route says so, or the desk does not start.
 */
export type Access = 'public' | 'signed-in' | 'in-company' | Scope

export interface Actor {
  kind: 'user' | 'key'
  /** User id or key id. */
  id: string
  /** For audit and for "by whom": a person's name, or the key's. */
  name: string
  companyId: string
  role: string
  scopes: ReadonlySet<Scope>
  /** Ids of the accounts they may write for. */
  channels: 'all' | ReadonlySet<string>
}

/** A signed-in person before any company is chosen. */
export interface Person {
  userId: string
  name: string
  email: string
}

/** What a handler is given; everything in it has passed the door. */
export interface Call<Params = unknown, Query = unknown, Body = unknown> {
  /** Throws on a public route: there is nobody. */
  actor: Actor
  person: Person
  params: Params
  query: Query
  body: Body
  language: Language
  /** A new UUID, the same one again when the request is repeated under its Idempotency-Key. */
  newId: () => string
  request: FastifyRequest
  reply: FastifyReply
}

export interface RouteOptions<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Under `/api/v1`, e.g. `/posts/:id`; or the whole path when `outside` is set. */
  path: string
  outside?: boolean
  access: Access
  /** One line for the API's documentation. */
  summary: string
  tag: string
  /** The name under which assistants use it (Model Context Protocol); without one they do not. */
  tool?: string
  params?: P
  query?: Q
  body?: B
  /** Shape of the answer; without it the handler writes the reply itself, or the answer is 204. */
  response?: R
  status?: number
  /** The body is multipart: the handler reads it from the request. */
  multipart?: boolean
  bodyLimit?: number
  /** The handler gets the bytes of the body as they arrived, whatever their type; nobody is told by a cookie here. */
  raw?: boolean
  /** Declared as a method, so that a route of certain shapes is a `Route` of any: the door parses before it calls. */
  handler(call: Call<z.output<P>, z.output<Q>, z.output<B>>): Promise<z.input<R> | void>
}

/** A route of any shape, as the server registers it. */
export type Route = RouteOptions<z.ZodType, z.ZodType, z.ZodType, z.ZodType>

/** Declares a route; types flow from its schemas into the handler. */
export function route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
>(options: RouteOptions<P, Q, B, R>): Route {
  return options
}
