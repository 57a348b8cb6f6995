import { readTable } from '#platform/files/read-table.ts'
import type { Text } from '#platform/text.ts'
import type { AddressKind } from './addresses.ts'

export interface Person {
  line: number
  address: string
  name: string
}

export interface ReadList {
  people: Person[]
  problems: { line: number; reason: Text }[]
}

const NAME = ['name', 'nom', 'fullname', 'nomcomplet', 'prenom', 'firstname']
const MOST = 20_000

/**
 * Reads people from a table (RFC 4180; separator `;`, `,` or tab): a column of addresses, and one of names if there is
 * one. Without headings the first column holds the addresses. Each address once.
 */
export function readList(csv: string, kind: AddressKind): ReadList {
  const table = readTable(csv, [',', ';', '\t'])
  if (!table.ok) return { people: [], problems: [{ line: table.line, reason: brokenTable }] }
  const [first] = table.records
  const headings = first?.record.some(kind.looksLikeOne) ? [] : (first?.record ?? [])
  const column = (names: string[]) => headings.findIndex((heading) => names.includes(bare(heading)))
  const addressAt = headings.length === 0 ? 0 : column(kind.headings)
  if (addressAt < 0) return { people: [], problems: [{ line: 1, reason: kind.noColumn }] }
  const nameAt = headings.length === 0 ? 1 : column(NAME)
  const rows = headings.length === 0 ? table.records : table.records.slice(1)
  if (rows.length > MOST) return { people: [], problems: [{ line: MOST, reason: tooMany }] }
  const people = rows.map(({ record, info: { lines: line } }) => ({
    line,
    address: kind.read(record[addressAt] ?? ''),
    name: (record[nameAt] ?? '').replace(/\s+/g, ' ').slice(0, 200),
  }))
  return sorted(people, kind)
}

type Read = Omit<Person, 'address'> & { address: string | null }

const bare = (heading: string) =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '')

function sorted(read: Read[], kind: AddressKind): ReadList {
  const people = new Map<string, Person>()
  const problems: ReadList['problems'] = []
  for (const { line, address, name } of read) {
    if (address === null) problems.push({ line, reason: kind.notOne })
    else if (people.has(address)) problems.push({ line, reason: kind.twice })
    else people.set(address, { line, address, name })
  }
  return { people: [...people.values()], problems }
}

const brokenTable: Text = {
  en: 'From here on this is not a table. A quotation mark may be missing.',
  fr: 'À partir d’ici, ce n’est plus un tableau. Il manque peut-être un guillemet.',
}
const tooMany: Text = {
  en: 'At most 20,000 people at a time: cut the file in two.',
  fr: 'Au plus 20 000 personnes à la fois : coupez le fichier en deux.',
}
