import type { QueryError } from './query-errors.ts'
import { queryError } from './query-errors.ts'

/** Stops the reading; `parseQuery` turns it back into a value. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  readonly error: QueryError
  constructor(error: QueryError) {
    super(error.code)
    this.error = error
  }
}

/** @throws Unreadable always */
export function stop(code: QueryError['code'], start: number, end: number): never {
  throw new Unreadable(queryError(code, { start, end }))
}
