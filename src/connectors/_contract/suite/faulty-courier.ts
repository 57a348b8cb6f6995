import { MailFailure, type OpenCourier } from '#platform/mail/courier.ts'
import type { Asked, Fault } from './fault.ts'

/** What a mail server replies where a server of the web would answer these statuses (RFC 5321, RFC 4954). */
const replies: Record<number, number> = { 401: 535, 403: 550, 404: 550, 429: 450 }

/** A mail server at which opening (`LOGIN`) and each letter (`SEND`) may meet a fault. */
export function faultyCourier(
  open: OpenCourier,
  planFor: (request: Asked) => Fault | undefined,
): OpenCourier {
  return async (server) => {
    const url = new URL(`smtp://${server.host}:${server.port}`)
    const opening = planFor({ method: 'LOGIN', url })
    if (opening) throw failureOf('login', opening)
    const courier = await open(server)
    return {
      ...courier,
      async send(posting) {
        const fault = planFor({ method: 'SEND', url })
        if (!fault) return courier.send(posting)
        const arrives =
          fault !== 'unsent' &&
          fault !== 'lost' &&
          !(typeof fault === 'object' && 'answer' in fault)
        if (arrives) await courier.send(posting)
        throw failureOf('letter', fault)
      },
    }
  }
}

function failureOf(step: 'login' | 'letter', fault: Fault): MailFailure {
  if (typeof fault === 'string') {
    return new MailFailure(step, new Error('cut'), step === 'letter' && fault !== 'unsent')
  }
  const { status } = 'answer' in fault ? fault.answer : fault.answerAfter
  // Whoever is in trouble asks to come back.
  const responseCode = replies[status] ?? 421
  return new MailFailure(step, Object.assign(new Error(`${responseCode}`), { responseCode }))
}
