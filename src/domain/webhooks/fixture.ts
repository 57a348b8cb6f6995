import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A program that listens: a real server, which answers as it is told. */
export interface Program {
  url: string
  host: string
  heard: { headers: Record<string, string>; body: string }[]
  /** What the next requests are answered; 204 when nothing is said. `hang-up` breaks the connection off. */
  answers: (number | { status: number; headers: Record<string, string> } | 'hang-up')[]
}

export async function listeningProgram(): Promise<Program> {
  const program: Program = { url: '', host: '', heard: [], answers: [] }
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString()
      program.heard.push({ headers: request.headers as Record<string, string>, body })
      const answer = program.answers.shift() ?? 204
      if (answer === 'hang-up') return request.socket.destroy()
      const { status, headers } =
        typeof answer === 'number' ? { status: answer, headers: {} } : answer
      return response.writeHead(status, headers).end(status < 300 ? '' : 'no thanks')
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  program.host = `127.0.0.1:${port}`
  program.url = `http://${program.host}/hook`
  return program
}
