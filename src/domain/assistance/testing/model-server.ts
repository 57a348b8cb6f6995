import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

/** A request for a chat completion as the API reference describes it: nothing that it does not name. */
const request = z.strictObject({
  model: z.string().min(1),
  messages: z
    .array(
      z.strictObject({
        role: z.enum(['developer', 'system', 'user', 'assistant']),
        content: z.string().min(1),
      }),
    )
    .min(1),
  temperature: z.number().min(0).max(2).optional(),
  stream: z.literal(false).optional(),
})

export interface ModelServer {
  /** Origin and `/v1`. */
  address: string
  host: string
  /** Bodies and keys that arrived. */
  heard: { body: z.infer<typeof request>; key: string | undefined }[]
  /** What it does next; an answer made of the question when nothing is said. */
  next: ({ status: number; body: string; headers?: Record<string, string> } | 'hang-up')[]
  close(): void
}

/** A small server that speaks OpenAI's chat completions and knows one model, `plume-1`, and one key, `sesame-1`. */
export async function modelServer(): Promise<ModelServer> {
  const heard: ModelServer['heard'] = []
  const next: ModelServer['next'] = []
  const server = createServer(async (asked, reply) => {
    let text = ''
    for await (const chunk of asked) text += String(chunk)
    const say = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      reply
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(typeof body === 'string' ? body : JSON.stringify(body))
    const turn = next.shift()
    if (turn === 'hang-up') return void asked.socket.destroy()
    if (turn) return void say(turn.status, turn.body, turn.headers)
    if (asked.method !== 'POST' || asked.url !== '/v1/chat/completions')
      return void say(404, { error: { message: 'unknown path' } })
    if (asked.headers['authorization'] !== 'Bearer sesame-1')
      return void say(401, { error: { message: 'Incorrect API key provided' } })
    const body = request.safeParse(JSON.parse(text))
    if (!body.success) return void say(400, { error: { message: body.error.message } })
    heard.push({ body: body.data, key: asked.headers['authorization'] })
    if (body.data.model !== 'plume-1')
      return void say(404, {
        error: { message: 'The model does not exist', code: 'model_not_found' },
      })
    const question = body.data.messages.at(-1)?.content ?? ''
    say(200, {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1_795_000_000,
      model: 'plume-1',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: ` ${question.replace('vraiment très ', '')}\n`,
            refusal: null,
          },
          finish_reason: 'stop',
          logprobs: null,
        },
      ],
      usage: { prompt_tokens: 9, completion_tokens: 9, total_tokens: 18 },
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address: `http://${host}/v1`,
    host,
    heard,
    next,
    close: () => void server.close(),
  }
}
