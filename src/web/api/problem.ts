/** One sentence about one field; `pointer` is a JSON pointer into the body that was sent ('/text'). */
export interface FieldProblem {
  pointer: string
  detail: string
}

/**
 * A refusal by the desk, read from `application/problem+json` (RFC 9457).
 * `code` is stable and made for programs, `title` and `detail` are sentences in the reader's language.
 * `status` is 0 when the desk could not be reached at all.
 */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: FieldProblem[]
  readonly retryAfter: number | null

  constructor(given: {
    status: number
    code: string
    title: string
    detail?: string | undefined
    errors?: FieldProblem[] | undefined
    retryAfter?: number | null | undefined
  }) {
    super(given.detail ?? given.title)
    this.status = given.status
    this.code = given.code
    this.title = given.title
    this.detail = given.detail ?? ''
    this.errors = given.errors ?? []
    this.retryAfter = given.retryAfter ?? null
  }

  /** The sentence for one field, or undefined. Accepts '/text' and 'text'. */
  fieldError(pointer: string): string | undefined {
    const wanted = pointer.startsWith('/') ? pointer : `/${pointer}`
    return this.errors.find((error) => error.pointer === wanted)?.detail
  }
}

/** Every field sentence of a failure by its pointer; empty for anything that is not an ApiProblem. */
export function fieldErrors(problem: unknown): Record<string, string> {
  if (!(problem instanceof ApiProblem)) return {}
  return Object.fromEntries(problem.errors.map((error) => [error.pointer, error.detail]))
}

/** Builds the problem out of a refused response, whatever its body is. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = await readJson(response)
  const retryAfter = Number(response.headers.get('retry-after'))
  return new ApiProblem({
    status: response.status,
    code: text(body.code) ?? `http.${response.status}`,
    title: text(body.title) ?? response.statusText,
    detail: text(body.detail),
    errors: Array.isArray(body.errors) ? body.errors.filter(isFieldProblem) : [],
    retryAfter: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
  })
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json()
    return body !== null && typeof body === 'object' ? { ...body } : {}
  } catch {
    return {}
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function isFieldProblem(value: unknown): value is FieldProblem {
  if (value === null || typeof value !== 'object') return false
  return 'pointer' in value && 'detail' in value && typeof value.pointer === 'string'
}
