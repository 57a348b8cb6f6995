import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '#domain/desk.ts'
import { languageOf } from '#platform/http/tools.ts'
import { clickAnnouncements } from './announce-clicks.ts'
import { readCode } from './codes.ts'
import { groupCommit } from './group-commit.ts'
import { type Click, keepClicks } from './keep-clicks.ts'
import { findLinkByCode, type Link } from './links-store.ts'
import { missingLinkPage } from './missing-link-page.ts'
import { dailySalts } from './salts.ts'

/**
 * Answers `GET /l/:code`: leads to the address kept under the code, once the click is committed, so
 * that a click that was answered is never lost. Nothing in the request can change where it leads.
 */
export function redirector(desk: Desk) {
  const saltOf = dailySalts(desk.db)
  const clicks = groupCommit<Click>((batch) => keepClicks(desk.db, batch, saltOf), desk.log)
  const announce = clickAnnouncements(desk.db, desk.log)
  const find = rememberLinks(desk)

  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { code } = request.params as { code: string }
    const link = await find(readCode(code))
    reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    if (!link) {
      await reply
        .code(404)
        .type('text/html; charset=utf-8')
        .send(missingLinkPage(languageOf(request)))
      return
    }
    const kept = await clicks.keep(clickOf(link, request, desk.clock.now()))
    if (kept) announce(link.companyId)
    await reply.redirect(locationOf(link.target), 302)
  }
}

function clickOf(link: Link, { method, headers, ip }: FastifyRequest, at: Date): Click {
  return { linkId: link.id, code: link.code, method, headers, ip, at }
}

/** Headers take ASCII only; an address written with accents is sent in its encoded form. */
function locationOf(target: string): string {
  return /[^!-~]/.test(target) ? new URL(target).href : target
}

const REMEMBERED = 5_000
const REMEMBERED_MS = 10_000

/** Links never change; one that was deleted is forgotten within seconds. */
function rememberLinks(desk: Desk): (code: string | undefined) => Promise<Link | undefined> {
  const known = new Map<string, { link: Link; until: number }>()
  return async (code) => {
    if (!code) return undefined
    const now = desk.clock.now().getTime()
    const remembered = known.get(code)
    if (remembered && remembered.until > now) return remembered.link
    const link = await findLinkByCode(desk.db, code)
    if (known.size >= REMEMBERED) known.clear()
    if (link) known.set(code, { link, until: now + REMEMBERED_MS })
    else known.delete(code)
    return link
  }
}
