import { failed } from '#connectors/_contract/failure.ts'

/** Stands where code has yet to come; remove this file with the last use of it. */
export const notWritten = (what: string) =>
  Promise.resolve(failed({ kind: 'transient', detail: `not written yet: ${what}` }))
