import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { newsletterDouble, ourPassword, ourUser } from './double.ts'

const fields = {
  name: 'Atelier Morel',
  address: 'lettre@atelier-morel.example',
  sender: 'Atelier Morel, Lyon',
  server: 'smtp.atelier-morel.example',
  user: ourUser,
  password: ourPassword,
}

const kit: ContractKit = {
  network: newsletterDouble,
  fields,
  wrongFields: { ...fields, password: 'autre chose' },
  publishes: ({ method }) => method === 'SEND',
}

export default kit
