import type { FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import { Refusal } from './refusal.ts'

/** Ranges of ipaddr.js from which the desk's own processes call. */
const NEAR = new Set(['loopback', 'private', 'uniqueLocal', 'linkLocal'])
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via', 'cf-connecting-ip']

/**
 * The network's API serves the desk, not the internet: anyone could fill it otherwise. It answers callers of
 * the same machine or private network, unless a proxy brought them. Its pages stay open to all.
 * @throws Refusal 403 for anyone else
 */
export function admitNeighbour(request: FastifyRequest): void {
  const address = request.socket.remoteAddress ?? ''
  const isNear = ipaddr.isValid(address) && NEAR.has(ipaddr.process(address).range())
  if (isNear && !FORWARDED.some((header) => request.headers[header])) return
  throw new Refusal(403, 'not_from_here', 'This practice network answers its own desk only.')
}
