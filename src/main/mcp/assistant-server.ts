import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import type { FastifyInstance } from 'fastify'
import type { Call } from '#platform/http/route.ts'
import { version } from '#platform/version.ts'
import { callTool } from './call-tool.ts'
import type { Tool } from './tools.ts'

const INSTRUCTIONS = `Vigie is a company's social-media desk. A post is drafted, checked, then scheduled; it leaves by each of
its accounts. Ask list_accounts before you draft. Never say that a post is published before its delivery says so. Where the
company asks for approval, what you schedule waits for a person. Times are wall times in the company's time zone.`

/** Answers one request of an assistant. The protocol calls this stateless: nothing is kept between two of them. */
export async function answerAssistant(
  call: Call,
  tools: readonly Tool[],
  server: FastifyInstance,
): Promise<void> {
  const { request, reply } = call
  const desk = serverFor(call, tools, server)
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true })
  reply.hijack()
  reply.raw.on('close', () => void desk.close())
  await desk.connect(transport as Parameters<Server['connect']>[0])
  await transport.handleRequest(request.raw, reply.raw, call.body)
}

function serverFor(
  { actor, request }: Call,
  all: readonly Tool[],
  server: FastifyInstance,
): Server {
  const tools = all.filter(({ scope }) => actor.scopes.has(scope))
  const desk = new Server(
    { name: 'vigie', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  )
  desk.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, description, inputSchema, readOnly }) => ({
      name,
      description,
      inputSchema,
      annotations: { readOnlyHint: readOnly },
    })),
  }))
  desk.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name)
    if (!tool) return refused(`There is no tool "${params.name}" for this key.`)
    return callTool(server, tool, params.arguments ?? {}, request)
  })
  return desk
}

const refused = (text: string) => ({ isError: true, content: [{ type: 'text' as const, text }] })
