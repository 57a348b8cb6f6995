import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openAtelier } from '#domain/publishing/testing/open-atelier.ts'

const { camille, board, accounts, listen, settle } = await openAtelier()
const origin = await listen()

/** An assistant with a key of these rights, speaking the protocol by its own library. */
async function assistant(scopes: string[]): Promise<Client> {
  const { body } = await camille.post('/keys', { name: 'Assistant', scopes })
  return connect({ authorization: `Bearer ${body.key}`, 'accept-language': 'en' })
}

async function connect(headers: Record<string, string>): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' })
  const transport = new StreamableHTTPClientTransport(new URL(`${origin}/mcp`), {
    requestInit: { headers },
  })
  await client.connect(transport as Parameters<Client['connect']>[0])
  onTestFinished(() => client.close())
  return client
}

async function use(client: Client, name: string, given: Record<string, unknown> = {}) {
  const { content, isError } = (await client.callTool({ name, arguments: given })) as CallToolResult
  const [first] = content
  const text = first?.type === 'text' ? first.text : ''
  return {
    isError: isError ?? false,
    answer: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
  }
}

describe('an assistant', () => {
  test('writes a post, schedules it, and sees that it left', async () => {
    const client = await assistant(['posts:read', 'posts:write', 'posts:publish', 'channels:read'])
    const { answer: found } = await use(client, 'list_accounts')
    expect(found.map((one: { handle: string }) => one.handle).sort()).toEqual(['lyon', 'paris'])
    const { answer: draft } = await use(client, 'draft_post', {
      text: 'Une chaise en chêne',
      variants: [{ channelId: accounts['lyon'] }],
    })
    await use(client, 'schedule_post', { id: draft.id, version: draft.version })
    await settle()
    const { answer: post } = await use(client, 'read_post', { id: draft.id })
    expect(post).toMatchObject({ status: 'published', deliveries: [{ state: 'published' }] })
    expect(board.pinned.at(-1)?.text).toBe('Une chaise en chêne')
  })

  test('sees only what its key may do, and cannot name more', async () => {
    const client = await assistant(['posts:read'])
    const { tools } = await client.listTools()
    const names = tools.map(({ name }) => name)
    expect(names).toContain('list_posts')
    expect(names).not.toContain('schedule_post')
    expect(await use(client, 'schedule_post', { id: accounts['lyon'], version: 1 })).toMatchObject({
      isError: true,
    })
  })

  test('is told what is wrong in words, by field', async () => {
    const client = await assistant(['posts:read', 'posts:write'])
    const { isError, answer } = await use(client, 'draft_post', {
      text: 'Une chaise',
      variants: [{ channelId: '00000000-0000-4000-8000-000000000000' }],
    })
    expect(isError).toBe(true)
    expect(JSON.stringify(answer)).toContain('There is no such account in this company.')
  })

  test('that asks twice under the same key writes once', async () => {
    const client = await assistant(['posts:read', 'posts:write'])
    const given = { text: 'Une seule fois', idempotencyKey: 'lundi' }
    const [one, two] = [
      await use(client, 'draft_post', given),
      await use(client, 'draft_post', given),
    ]
    expect(one.answer.id).toBe(two.answer.id)
  })

  test('knows the shape of what it gives', async () => {
    const client = await assistant(['posts:read', 'posts:write'])
    const { tools } = await client.listTools()
    const move = tools.find(({ name }) => name === 'move_post')
    expect(move?.inputSchema).toMatchObject({
      type: 'object',
      properties: { id: {}, wallTime: {}, version: {} },
      required: ['id', 'wallTime', 'version'],
    })
    const list = tools.find(({ name }) => name === 'list_posts')
    expect(list).toMatchObject({ annotations: { readOnlyHint: true } })
    expect((await use(client, 'list_posts', { status: ['draft', 'published'] })).isError).toBe(
      false,
    )
  })

  test('without a key does not come in', async () => {
    await expect(connect({})).rejects.toThrow(/401|sign in/i)
  })
})
