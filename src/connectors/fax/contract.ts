import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { faxDouble, ourPassword, ourUser } from './double.ts'

const fields = {
  gateway: 'sinch',
  sender: 'Atelier Morel, +33 4 00 00 00 00',
  address: 'fax@atelier-morel.example',
  server: 'smtp.atelier-morel.example',
  user: ourUser,
  password: ourPassword,
}

const kit: ContractKit = {
  network: faxDouble,
  fields,
  wrongFields: { ...fields, password: 'autre chose' },
  publishes: ({ method }) => method === 'SEND',
}

export default kit
