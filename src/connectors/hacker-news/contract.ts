import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { hackerNewsDouble } from './double.ts'

const kit: ContractKit = {
  network: hackerNewsDouble,
  fields: {},
  source: { terms: ['menuiserie'] },
}

export default kit
