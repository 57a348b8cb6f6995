import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId, id } from '#platform/http/shapes.ts'
import { languageOf } from '#platform/http/tools.ts'
import { leave, leavingBy } from './leave.ts'
import { CSP, leavePage, letterPage, unknownPage } from './pages.ts'
import { picturesOf } from './send-letters.ts'
import type { SubscribersTables } from './tables.ts'

const byToken = z.object({ token: z.string().regex(/^[\w-]{16,64}$/) })
const byPicture = z.object({ id, position: z.coerce.number().int().min(0).max(50) })
const shared = { outside: true, access: 'public', tag: 'subscribers' } as const

/** What people who get letters reach: the way out, and the letter on the web. */
export function publicRoutes(desk: Desk): Route[] {
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/u/:token',
      summary: 'The page where somebody leaves a list; looking at it changes nothing',
      params: byToken,
      async handler({ params: { token }, request, reply }) {
        const leaving = await leavingBy(desk, token)
        if (!leaving) void reply.code(404)
        await show(reply, leaving ? leavePage(leaving, token) : unknownPage(languageOf(request)))
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/u/:token',
      summary: 'Leave a list, by the button of the page or by a mail program (RFC 8058)',
      params: byToken,
      async handler({ params: { token }, request, reply }) {
        // A mail program may send a form with files in it: what it holds says nothing more.
        if (request.isMultipart()) request.raw.resume()
        await leave(desk, token)
        const leaving = await leavingBy(desk, token)
        await show(reply, leaving ? leavePage(leaving, token) : unknownPage(languageOf(request)))
      },
    }),
    ...letterRoutes(desk),
  ]
}

function letterRoutes(desk: Desk): Route[] {
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/letters/:id',
      summary: 'A letter on the web',
      params: byId,
      async handler({ params, reply }) {
        const mailing = await mailingOf(desk, params.id)
        const images = await picturesOf(desk, mailing.id)
        await show(reply, letterPage(mailing, images, await companyOf(desk.db, mailing.companyId)))
      },
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/letters/:id/pictures/:position',
      summary: 'One of its pictures',
      params: byPicture,
      async handler({ params, reply }) {
        const mailing = await mailingOf(desk, params.id)
        const image = (await picturesOf(desk, mailing.id))[params.position]
        if (!image) throw new Problem(notFound)
        await reply.type(image.type).send(Buffer.from(image.bytes))
      },
    }),
  ]
}

async function mailingOf(desk: Desk, mailingId: string) {
  const mailing = await tablesOf<SubscribersTables>(desk.db)
    .selectFrom('mailings')
    .selectAll()
    .where('id', '=', mailingId)
    .where('stoppedAt', 'is', null)
    .executeTakeFirst()
  if (!mailing) throw new Problem(notFound)
  return mailing
}

async function show(reply: FastifyReply, html: string): Promise<void> {
  void reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
  // The token in the address is nobody else's to know.
  void reply.headers({ 'content-security-policy': CSP, 'referrer-policy': 'no-referrer' })
  await reply
    .type('text/html; charset=utf-8')
    .serializer((text: string) => text)
    .send(html)
}
