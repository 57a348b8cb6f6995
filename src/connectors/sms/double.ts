import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import { mailingsDouble } from '#connectors/_contract/suite/mailings-double.ts'
import type { Clock } from '#platform/clock.ts'
import type { Taken } from './double-gateway.ts'
import { ovhDouble } from './double-ovh.ts'
import { twilioDouble } from './double-twilio.ts'

export interface SmsDouble extends NetworkDouble {
  /** What the gateways took, in order. */
  taken: Taken[]
  /** Numbers whose owner answered STOP. */
  stopped: Set<string>
  /** What is left of the account at OVHcloud. */
  credits: { left: number }
}

/** Twilio and OVHcloud, and the desk's ledger of letters, in memory. */
export function smsDouble(clock: Clock): SmsDouble {
  const taken: Taken[] = []
  const stopped = new Set<string>()
  const credits = { left: 100 }
  const ledger = mailingsDouble(clock)
  const ovh = ovhDouble(clock, taken, stopped, credits)
  return {
    taken,
    stopped,
    credits,
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      const request = { ...init, url, body: typeof init.body === 'string' ? init.body : '' }
      return url.host === 'eu.api.ovh.com' ? ovh(request) : twilioDouble(request, taken, stopped)
    },
    mailings: ledger.mailings,
    published: ledger.published,
  }
}
