import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { pictureToShow } from '#domain/publishing/index.ts'
import { hashToken } from '#platform/crypto/tokens.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Route, route } from '#platform/http/route.ts'
import { duelByCode } from './read-duel.ts'
import type { Duel, DuelsTables, Side } from './tables.ts'
import { vote } from './vote.ts'
import { votingPage } from './voting-page.ts'

const byCode = z.object({ code: z.string().regex(/^[\w-]{8,40}$/) })
const bySide = byCode.extend({ side: z.enum(['a', 'b']) })
const SIDES: Record<'a' | 'b', Side> = { a: 'first', b: 'second' }
const MONTHS_SECONDS = 90 * 86_400
const shared = { outside: true, access: 'public', tag: 'duels' } as const

/** What the public sees of a duel: a page, two pictures, and a vote. Looking never votes: previews fetch pages too. */
export function votingRoutes(desk: Desk): Route[] {
  const page = async (request: FastifyRequest, reply: FastifyReply, code: string) => {
    const duel = await find(desk, code)
    const chosen = await choiceOf(desk, duel, tokenIn(request, code))
    void reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    void reply.header('content-security-policy', CSP)
    await reply
      .type('text/html; charset=utf-8')
      .serializer((html: string) => html)
      .send(votingPage(duel, { chosen, voted: chosen !== null, now: desk.clock.now() }))
  }
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/v/:code',
      summary: 'The page of a duel',
      params: byCode,
      handler: ({ params, request, reply }) => page(request, reply, params.code),
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v/:code/:side',
      summary: 'The same, from the link of one of the two',
      params: bySide,
      handler: ({ params, request, reply }) => page(request, reply, params.code),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v/:code/:side',
      summary: 'Vote',
      params: bySide,
      multipart: true,
      handler: ({ params, request, reply }) => takeVote(desk, params, request, reply),
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v/:code/:side/picture',
      summary: 'The picture of one of the two',
      params: bySide,
      handler: ({ params, reply }) => showPicture(desk, params, reply),
    }),
  ]
}

const CSP =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

async function takeVote(
  desk: Desk,
  { code, side }: z.output<typeof bySide>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const duel = await find(desk, code)
  // The form is empty: which button was pressed stands in its address.
  request.raw.resume()
  const { token } = await vote(desk, duel, SIDES[side], {
    ip: request.ip,
    userAgent: String(request.headers['user-agent'] ?? ''),
    token: tokenIn(request, code),
  })
  if (token) {
    const secure = request.protocol === 'https' ? '; Secure' : ''
    void reply.header(
      'set-cookie',
      `${cookieOf(code)}=${token}; Path=/v/${code}; Max-Age=${MONTHS_SECONDS}; HttpOnly; SameSite=Lax${secure}`,
    )
  }
  await reply.redirect(`/v/${code}`, 303)
}

async function showPicture(
  desk: Desk,
  { code, side }: z.output<typeof bySide>,
  reply: FastifyReply,
): Promise<void> {
  const duel = await find(desk, code)
  const picture = await pictureToShow(desk, duel.companyId, duel[SIDES[side]].mediaId)
  if (!picture) throw new Problem(notFound)
  void reply.headers({
    'cache-control': 'public, max-age=86400',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  await reply.type(picture.type).send(Buffer.from(picture.bytes))
}

async function find(desk: Desk, code: string): Promise<Duel> {
  const duel = await duelByCode(desk.db, code)
  if (!duel) throw new Problem(notFound)
  return duel
}

const cookieOf = (code: string) => `vigie_vote_${code}`

function tokenIn({ headers }: FastifyRequest, code: string): string | null {
  const pairs = (headers.cookie ?? '').split(/;\s*/)
  const found = pairs.find((pair) => pair.startsWith(`${cookieOf(code)}=`))
  return found?.split('=')[1] ?? null
}

async function choiceOf(desk: Desk, { id }: Duel, token: string | null): Promise<Side | null> {
  if (!token) return null
  const row = await tablesOf<DuelsTables>(desk.db)
    .selectFrom('duelVotes')
    .select('choice')
    .where('duelId', '=', id)
    .where('voterHash', '=', hashToken(token))
    .executeTakeFirst()
  return row?.choice ?? null
}
