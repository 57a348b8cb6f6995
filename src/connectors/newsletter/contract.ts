import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { newsletterDouble, ourPassword, ourUser } from './double.ts'

const fields = {
  name: 'Atelier Morel',
  address: 'lettre@atelier-morel.example',
  sender: 'Atelier Morel, Lyon',
  server: 'smtp.atelier-morel.example',
  user: ourUser,
  password: ourPassword,
  mailbox: 'imap.atelier-morel.example',
}

const kit: ContractKit = {
  network: newsletterDouble,
  fields,
  wrongFields: { ...fields, password: 'autre chose' },
  // A list is not answered in public: what people say comes to the mailbox.
  answersPosts: false,
  findsAnswers: false,
  parentGone: 'accepts',
  publishes: ({ method }) => method === 'SEND',
}

export default kit
