import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { Problem, problemBody, type ProblemKind } from './problem.ts'
import { headersTooLarge, malformedRequest, tooSlow } from './problems.ts'

/**
 * Answers what Node itself could not read as a request, and closes the connection: problem details like any other, in
 * English, since nobody could read which language was wanted. Codes: Node’s `http`, event `clientError`, and llhttp.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (socket.writable) socket.write(answer(problemFor(error.code)))
  socket.destroy(error)
}

function problemFor(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem(headersTooLarge)
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem(tooSlow)
  return new Problem(malformedRequest, { why: 'it is not HTTP' })
}

function answer(problem: Problem): string {
  const { status }: ProblemKind = problem.kind
  const body = JSON.stringify(problemBody(problem, 'en', '/'))
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    'x-content-type-options: nosniff',
    '',
    body,
  ].join('\r\n')
}
