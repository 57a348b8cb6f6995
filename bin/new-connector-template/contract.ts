import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { newNetworkDouble } from './double.ts'

const kit: ContractKit = {
  network: newNetworkDouble,
  fields: { token: 'a-token' },
  wrongFields: { token: 'another' },
  publishes: ({ method, url }) => method === 'POST' && url.pathname === '/posts',
}

export default kit
