import { type Language, type Text, say } from '#platform/text.ts'

/** What a kind of problem is, once and for all: a stable code, a status, and its sentences. */
export interface ProblemKind {
  /** `<what>.<went_wrong>`; programs rely on it, so it never changes. */
  code: string
  status: number
  title: Text
  /** What happened, to which thing, and what to do; `{holes}` are filled from the params. */
  detail: Text
}

export interface FieldProblem {
  /** JSON pointer to the value at fault: `/text`, `/variants/0/text`. */
  pointer: string
  detail: Text
}

/** An expected failure on its way to the person: thrown by use cases, answered as RFC 9457 problem details. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly params: Record<string, string | number>
  readonly fields: readonly FieldProblem[]
  readonly headers: Record<string, string>

  constructor(
    kind: ProblemKind,
    params: Record<string, string | number> = {},
    {
      fields = [],
      headers = {},
    }: { fields?: readonly FieldProblem[]; headers?: Record<string, string> } = {},
  ) {
    super(say(kind.detail, 'en', params))
    this.name = 'Problem'
    this.kind = kind
    this.params = params
    this.fields = fields
    this.headers = headers
  }
}

/** Names a kind of problem in a module's `errors.ts`. */
export function problemKind(code: string, status: number, title: Text, detail: Text): ProblemKind {
  return { code, status, title, detail }
}

/** The body of an answer: `application/problem+json`, RFC 9457, in the reader's language. */
export function problemBody(problem: Problem, language: Language, instance: string) {
  return {
    type: `/api/problems/${problem.kind.code}`,
    code: problem.kind.code,
    status: problem.kind.status,
    title: say(problem.kind.title, language, problem.params),
    detail: say(problem.kind.detail, language, problem.params),
    instance,
    errors: problem.fields.map(({ pointer, detail }) => ({
      pointer,
      detail: say(detail, language, problem.params),
    })),
  }
}
