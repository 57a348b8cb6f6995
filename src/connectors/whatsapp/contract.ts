import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { metaWebhook } from '#connectors/_meta/double.ts'
import { asked, ourAccount, ourApp, ourPhone, ourToken, whatsappDouble } from './double.ts'

const fields = {
  phoneNumberId: ourPhone,
  businessAccount: ourAccount,
  token: ourToken,
  template: 'nouvelles',
  language: 'fr',
}

const sends: ContractKit['publishes'] = ({ method, url }) =>
  method === 'POST' && url.pathname.endsWith('/messages')

const kit: ContractKit = {
  network: whatsappDouble,
  fields,
  wrongFields: { ...fields, token: 'autre chose' },
  app: ourApp,
  publishes: sends,
  findsAnswers: false,
  webhook: metaWebhook((_, message) => asked(message, new Date('2026-03-02T08:00:00Z'))),
  letters: { people: ['+33612345678', '+33798765432'], sends },
}

export default kit
