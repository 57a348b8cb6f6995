import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { feedUrl, newspaperDouble } from './double.ts'

const kit: ContractKit = {
  network: newspaperDouble,
  fields: {},
  source: { url: feedUrl },
}

export default kit
