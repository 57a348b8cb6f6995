import { readFileSync } from 'node:fs'
import path from 'node:path'

/** An answer of a real server, kept in a folder's `fixtures/`. */
export interface Recorded {
  status: number
  headers: Record<string, string>
  body: unknown
}

/**
 * Opens the recordings of a folder: `const answer = recordings(import.meta.dirname)`, then
 * `answer('createRecord')`.
 */
export function recordings(folder: string): (name: string) => Recorded {
  return (name) => {
    const file = path.join(folder, 'fixtures', `${name}.json`)
    return JSON.parse(readFileSync(file, 'utf8')) as Recorded
  }
}

/** A recorded answer as `fetch` gives it; `body` stands in for the recorded one when given. */
export function answerOf(recorded: Recorded, body: unknown = recorded.body): Response {
  const isText = typeof body === 'string'
  return new Response(isText ? body : JSON.stringify(body), {
    status: recorded.status,
    headers: recorded.headers,
  })
}
