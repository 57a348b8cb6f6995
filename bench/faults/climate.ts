import { type Climate, seeded, type Weather } from '../../tests/faults/ground/faults.ts'
import { type Kind, KINDS } from '../../tests/faults/ground/connectors.ts'

/** Of each kind of network. */
export const ACCOUNTS = 10

/** Names of accounts: `<kind>.<n>`. */
export const accountsOf = (kind: Kind) => Array.from({ length: ACCOUNTS }, (_, n) => `${kind}.${n}`)
export const everyAccount = KINDS.flatMap(accountsOf)
export const kindOf = (account: string) => (account.split('.')[0] ?? '') as Kind

/** One request in four that publishes meets something. Two accounts of each kind lose their access now and then. */
const usual: Climate = {
  publish: {
    'timeout-after': 0.02,
    'timeout-before': 0.01,
    'reset-after': 0.03,
    'reset-before': 0.03,
    '500': 0.02,
    '500-after': 0.02,
    '503': 0.03,
    '429': 0.02,
    '429-silent': 0.0005,
    nonsense: 0.005,
    'nonsense-after': 0.01,
    slow: 0.05,
    expired: 0.005,
  },
  prepare: { 'late-media': 0.1, 'reset-after': 0.02, '500': 0.02 },
  read: { '503': 0.05, 'reset-before': 0.03, slow: 0.05, expired: 0.003 },
  renew: { '503': 0.1, 'reset-before': 0.05 },
}

const loses = (how: 'revoked' | 'suspended'): Climate => ({
  ...usual,
  publish: { ...usual.publish, [how]: 0.01 },
})

const climates: Record<string, Climate> = { '0': loses('revoked'), '1': loses('suspended') }

/** @param seed the same chances are drawn in the same order by each account, whatever else happens */
export function weatherOf(seed: number): Weather {
  return seeded(seed, (account) => climates[account.split('.')[1] ?? ''] ?? usual)
}
