import type { Label } from '#domain/publishing/api.ts'

/** Content labels as people write them in a table, in either language. */
const LABELS: Record<string, Label> = {
  informative: 'informative',
  informatif: 'informative',
  useful: 'useful',
  utile: 'useful',
  exclusive: 'exclusive',
  exclusif: 'exclusive',
  visual: 'visual',
  visuel: 'visual',
  inspiring: 'inspiring',
  inspirant: 'inspiring',
  spontaneous: 'spontaneous',
  spontané: 'spontaneous',
  unexpected: 'unexpected',
  inattendu: 'unexpected',
}

export const labelNamed = (name: string): Label | undefined => LABELS[name.toLowerCase()]

const ABOUT: Record<string, 'us' | 'customer'> = {
  us: 'us',
  nous: 'us',
  customer: 'customer',
  client: 'customer',
}

/** Whom a post speaks of; null when the cell says nothing we know. */
export const aboutNamed = (name: string): 'us' | 'customer' | null =>
  ABOUT[name.toLowerCase()] ?? null
