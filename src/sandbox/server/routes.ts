import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import sharp from 'sharp'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { acceptPost, postInput } from './accept-post.ts'
import { signIn } from './accounts.ts'
import { countReactions } from './counts.ts'
import { addFault, clearFaults, type Fault, faultInput, type Operation } from './faults.ts'
import { IMAGE_MAX_BYTES, IMAGE_TYPES, VIDEO_MAX_BYTES, VIDEO_TYPES } from './flavours.ts'
import { admit, HungUp, ownerOf, playFault, signOut } from './guard.ts'
import { readLedger } from './ledger.ts'
import { keepMedia } from './media.ts'
import {
  deletePost,
  listQuery,
  readAccount,
  readNotifications,
  readOwnPosts,
  readPost,
  search,
  searchQuery,
} from './reading.ts'
import { findPeople, peopleQuery } from './people.ts'
import { Refusal } from './refusal.ts'
import { changeSettings, settingsInput } from './settings.ts'
import type { AccountRow } from './tables.ts'
import type { SandboxTools } from './tools.ts'
import { viewOf } from './views.ts'

const signInInput = z.object({
  handle: z.string().max(100),
  password: z.string().min(1).max(200),
  name: z.string().trim().max(80).optional(),
  plays: z.string().max(40).optional(),
})

type Answer<T> = (account: AccountRow, request: FastifyRequest, reply: FastifyReply) => Promise<T>

/** The network's API: a small REST one, in JSON, by bearer token. */
export function apiRoutes(server: FastifyInstance, tools: SandboxTools): void {
  const asked = <T>(operation: Operation, answer: Answer<T>) => played(tools, operation, answer)

  server.post('/sessions', async (request, reply) => {
    const { account, token } = await signIn(tools, parsed(signInInput, request.body))
    return reply.code(201).send({ token, account: await readAccount(tools, account) })
  })
  server.delete(
    '/sessions',
    asked('read', async (_, request) => {
      await signOut(tools, request)
      return {}
    }),
  )
  server.get(
    '/account',
    asked('read', (account) => readAccount(tools, account)),
  )
  server.post(
    '/media',
    { bodyLimit: VIDEO_MAX_BYTES },
    asked('media', (account, request) => keepFile(tools, account, request)),
  )
  server.post('/posts', (request, reply) => {
    const { data } = postInput.safeParse(request.body)
    return asked(data?.replyTo ? 'reply' : 'post', publish(tools))(request, reply)
  })
  server.get(
    '/posts',
    asked('read', (account, { query }) => readOwnPosts(tools, account, parsed(listQuery, query))),
  )
  server.get(
    '/posts/:id',
    asked('read', (account, request) => readPost(tools, account, idOf(request))),
  )
  server.delete(
    '/posts/:id',
    asked('delete', async (account, request) => {
      await deletePost(tools, account, idOf(request))
      return {}
    }),
  )
  server.get(
    '/counts',
    asked('read', (account, { query }) => countReactions(tools, account.id, idsOf(query))),
  )
  server.get(
    '/notifications',
    asked('read', (account, { query }) =>
      readNotifications(tools, account, parsed(listQuery, query)),
    ),
  )
  server.get(
    '/search',
    asked('read', (account, { query }) => search(tools, account, parsed(searchQuery, query))),
  )
  server.get(
    '/people',
    asked('read', async (_, { query }) => ({ people: findPeople(parsed(peopleQuery, query)) })),
  )
  controls(server, tools)
}

/** What the network offers to those who practise: its speed, its failures, and what it really accepted. */
function controls(server: FastifyInstance, tools: SandboxTools) {
  server.patch('/account', async (request) =>
    changeSettings(tools, await ownerOf(tools, request), parsed(settingsInput, request.body)),
  )
  server.post('/faults', async (request, reply) => {
    const account = await ownerOf(tools, request)
    for (const fault of parsed(z.array(faultInput).max(1000), [request.body].flat())) {
      await addFault(tools, account.id, fault)
    }
    return reply.code(204).send()
  })
  server.delete('/faults', async (request, reply) => {
    await clearFaults(tools, (await ownerOf(tools, request)).id)
    return reply.code(204).send()
  })
  server.get('/ledger', async (request) => readLedger(tools, await ownerOf(tools, request)))
}

/** Counts the request, plays the failure asked for if there is one, and answers. */
function played<T>(tools: SandboxTools, operation: Operation, answer: Answer<T>) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      const account = await admit(tools, request)
      const fault = await playFault(tools, account, operation, request)
      const value = await answer(account, request, reply)
      return fault ? await spoilt(fault, request, reply) : await reply.send(value)
    } catch (error) {
      if (!(error instanceof HungUp)) throw error
      return reply.hijack()
    }
  }
}

/** The request was accepted; the answer never says so. */
async function spoilt(fault: Fault, request: FastifyRequest, reply: FastifyReply) {
  if (fault.kind === '500-after-accept') throw new Refusal(500, 'broken', 'Something broke here.')
  if (fault.kind === 'nonsense') return reply.code(200).type('text/html').send('<h1>It works!</h1>')
  if (fault.kind === 'timeout-after-accept')
    await new Promise((resolve) => setTimeout(resolve, fault.ms))
  request.raw.socket.destroy()
  throw new HungUp()
}

function publish(tools: SandboxTools): Answer<unknown> {
  return async (account, request, reply) => {
    const input = parsed(postInput, request.body)
    const { post, isNew } = await acceptPost(tools, account, input, keyOf(request))
    reply.code(isNew ? 201 : 200)
    return viewOf(tools, account, post)
  }
}

async function keepFile(tools: SandboxTools, account: AccountRow, request: FastifyRequest) {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? ''
  return VIDEO_TYPES.includes(type)
    ? keepVideo(tools, account, request, type)
    : keepImage(tools, account, request, type)
}

const sizeInput = z.object({
  width: z.coerce.number().int().min(1).max(10_000),
  height: z.coerce.number().int().min(1).max(10_000),
})

/** Nothing here opens a video: its sender says how large it is. */
async function keepVideo(
  tools: SandboxTools,
  account: AccountRow,
  request: FastifyRequest,
  type: string,
) {
  const video = { id: uuid(), ...parsed(sizeInput, request.query) }
  await keepMedia(tools, account, { ...video, type, bytes: request.body as Buffer })
  return video
}

async function keepImage(
  tools: SandboxTools,
  account: AccountRow,
  request: FastifyRequest,
  type: string,
) {
  if (!IMAGE_TYPES.includes(type))
    throw new Refusal(415, 'image_type', `Send one of ${IMAGE_TYPES.join(', ')}.`)
  const bytes = request.body as Buffer
  if (bytes.length > IMAGE_MAX_BYTES)
    throw new Refusal(413, 'image_too_heavy', 'An image has 8 MB at most.')
  const meta = await sharp(bytes)
    .metadata()
    .catch(() => null)
  if (!meta) throw new Refusal(422, 'image_unreadable', 'This is not an image we can read.')
  const image = { id: uuid(), width: meta.width, height: meta.height }
  await keepMedia(tools, account, { ...image, type, bytes })
  return image
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  return parsed(z.string().min(1).max(255), key)
}

function idOf(request: FastifyRequest): string {
  return parsed(z.object({ id: z.string().max(200) }), request.params).id
}

function idsOf(query: unknown): string[] {
  const { ids } = parsed(z.object({ ids: z.string().max(20_000).default('') }), query)
  const list = ids.split(',').filter(Boolean)
  if (list.length > 100)
    throw new Refusal(422, 'too_many_ids', 'Ask for 100 posts at most at once.')
  return list
}

function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Refusal(422, 'invalid', `${issue?.path.join('.') || 'request'}: ${issue?.message}`)
}

/** @returns null when the error is none of ours */
export function apiErrors(error: unknown, reply: FastifyReply) {
  if (!(error instanceof Refusal)) return null
  return reply
    .code(error.status)
    .headers(error.headers)
    .send({ error: error.code, message: error.message })
}
