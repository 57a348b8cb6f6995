import { CsvError, parse } from 'csv-parse/sync'
import type { Text } from '#platform/text.ts'

export interface Person {
  line: number
  address: string
  name: string
}

export interface ReadList {
  people: Person[]
  problems: { line: number; reason: Text }[]
}

const ADDRESS = ['email', 'mail', 'courriel', 'adresse', 'address', 'adresseemail', 'emailaddress']
const NAME = ['name', 'nom', 'fullname', 'nomcomplet', 'prenom', 'firstname']
const MOST = 20_000

/**
 * Reads people from a table (RFC 4180; separator `;`, `,` or tab): a column of addresses, and one of names if there is
 * one. Without headings the first column holds the addresses. Each address once.
 */
export function readList(csv: string): ReadList {
  const table = parsed(csv.replace(/\r\n?/g, '\n'))
  if (!table.ok) return { people: [], problems: [table.problem] }
  const [first] = table.rows
  const headings = first?.record.some((cell) => cell.includes('@')) ? [] : (first?.record ?? [])
  const column = (names: string[]) => headings.findIndex((heading) => names.includes(bare(heading)))
  const addressAt = headings.length === 0 ? 0 : column(ADDRESS)
  if (addressAt < 0) return { people: [], problems: [{ line: 1, reason: noColumn }] }
  const nameAt = headings.length === 0 ? 1 : column(NAME)
  const rows = headings.length === 0 ? table.rows : table.rows.slice(1)
  if (rows.length > MOST) return { people: [], problems: [{ line: MOST, reason: tooMany }] }
  return sorted(rows.map(({ record, info }) => personIn(record, info.lines, addressAt, nameAt)))
}

interface Row {
  record: string[]
  info: { lines: number }
}

function parsed(csv: string) {
  try {
    const rows = parse(csv, {
      bom: true,
      delimiter: separatorOf(csv),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as Row[]
    return { ok: true as const, rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error as unknown as { lines?: number }
    return { ok: false as const, problem: { line: lines ?? 1, reason: brokenTable } }
  }
}

/** The one that the first line has most of. */
function separatorOf(csv: string): string {
  const [line = ''] = csv.split('\n', 1)
  const count = (separator: string) => line.split(separator).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

const bare = (heading: string) =>
  heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '')

function personIn(record: string[], line: number, addressAt: number, nameAt: number): Person {
  const address = (record[addressAt] ?? '').toLowerCase().replace(/^mailto:/, '')
  const name = (record[nameAt] ?? '').replace(/\s+/g, ' ').slice(0, 200)
  return { line, address, name }
}

function sorted(read: Person[]): ReadList {
  const people = new Map<string, Person>()
  const problems: ReadList['problems'] = []
  for (const person of read) {
    if (!isAddress(person.address)) problems.push({ line: person.line, reason: notAnAddress })
    else if (people.has(person.address)) problems.push({ line: person.line, reason: twice })
    else people.set(person.address, person)
  }
  return { people: [...people.values()], problems }
}

/** One @, a domain with a point, no blank, and nothing that could end a header. */
const isAddress = (address: string) =>
  address.length <= 254 &&
  /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\].]+(\.[^\s@<>(),;:"\\[\].]+)+$/.test(address)

const noColumn: Text = {
  en: 'No column is called “e-mail”: name one so in the first line.',
  fr: 'Aucune colonne ne s’appelle « e-mail » : nommez-en une ainsi à la première ligne.',
}
const brokenTable: Text = {
  en: 'From here on this is not a table. A quotation mark may be missing.',
  fr: 'À partir d’ici, ce n’est plus un tableau. Il manque peut-être un guillemet.',
}
const tooMany: Text = {
  en: 'At most 20,000 people at a time: cut the file in two.',
  fr: 'Au plus 20 000 personnes à la fois : coupez le fichier en deux.',
}
const notAnAddress: Text = {
  en: 'This is not an e-mail address.',
  fr: 'Ceci n’est pas une adresse e-mail.',
}
const twice: Text = {
  en: 'This address stands higher up already.',
  fr: 'Cette adresse figure déjà plus haut.',
}
