import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { websiteDouble } from './double.ts'

const kit: ContractKit = {
  network: websiteDouble,
  fields: {
    name: 'Atelier Morel',
    origins: 'https://www.atelier-morel.example\natelier-morel.example',
    language: 'page',
    hours: 'lun-ven 9h-12h30 14h-18h\nsam 10:00-16:00',
    color: '#126154',
    keepDays: '90',
  },
  wrongFields: { name: 'Atelier Morel', origins: 'notre site', language: 'page' },
  answersPosts: false,
}

export default kit
