import type { Text } from '#platform/text.ts'

/**
 * The five ways a network can fail us. A connector names the failure; publishing decides what to do.
 *
 * - `auth`: the access was refused: it is renewed where the network renews it, else a person must connect again.
 * - `rate`: the network asks to wait until an instant.
 * - `rejected`: the network read the request and refuses it; sending it again changes nothing.
 * - `transient`: nothing happened on the network, and trying again later may succeed.
 * - `unknown-outcome`: the request may have been accepted; read back before sending again.
 */
export type Failure =
  | { kind: 'auth'; detail: string }
  | { kind: 'rate'; until: Date; detail: string }
  | { kind: 'rejected'; reason: Text; detail: string; field?: string }
  | { kind: 'transient'; detail: string }
  | { kind: 'unknown-outcome'; detail: string }

export type FailureKind = Failure['kind']

/** What a connector answers: the value, or one of the five failures. Never an exception. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure }

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const failed = (failure: Failure): { ok: false; failure: Failure } => ({
  ok: false,
  failure,
})
