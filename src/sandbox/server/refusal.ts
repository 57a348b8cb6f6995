/** A refusal, as the practice network words it: `{ error, message }` with a status, as many networks do. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Record<string, string>

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.headers = headers
  }
}

export const notFound = (what: string) => new Refusal(404, 'not_found', `There is no such ${what}.`)
