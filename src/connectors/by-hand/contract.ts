import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { nobody } from './double.ts'

const kit: ContractKit = {
  network: nobody,
  fields: { kind: 'paper', name: 'Affiche en vitrine', steps: 'Imprimer\nScotcher' },
  wrongFields: { kind: 'paper', name: '   ' },
  closedFields: { kind: 'google-plus', name: 'Notre cercle' },
}

export default kit
