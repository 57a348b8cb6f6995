import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { forumDouble, pageUrl } from './double.ts'

const kit: ContractKit = { network: forumDouble, fields: {}, source: { url: pageUrl } }

export default kit
