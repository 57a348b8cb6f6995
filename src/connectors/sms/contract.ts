import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { ourSid, ourToken } from './double-twilio.ts'
import { smsDouble } from './double.ts'

const fields = { provider: 'twilio', sender: '+33 7 00 00 00 01', sid: ourSid, authToken: ourToken }

const sends: ContractKit['publishes'] = ({ method, url }) =>
  method === 'POST' && url.pathname.endsWith('/Messages.json')

const kit: ContractKit = {
  network: smsDouble,
  fields,
  wrongFields: { ...fields, authToken: 'autre chose' },
  publishes: sends,
  letters: { people: ['+33612345678', '+33798765432'], sends },
}

export default kit
