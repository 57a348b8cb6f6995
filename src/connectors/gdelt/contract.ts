import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { gdeltDouble } from './double.ts'

const kit: ContractKit = {
  network: gdeltDouble,
  fields: {},
  source: { terms: ['menuiserie'] },
}

export default kit
