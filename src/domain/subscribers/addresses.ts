import type { Letters } from '#connectors/_contract/connector.ts'
import type { Text } from '#platform/text.ts'

/** What a list is made of, and how people write it in a table. */
export interface AddressKind {
  /** What its column is called, in small letters and nothing else. */
  headings: string[]
  /** Whether a cell of the first line is one: then that line is no heading. */
  looksLikeOne(cell: string): boolean
  /** As it is kept, so that two ways to write one address are one; null when it is none. */
  read(cell: string): string | null
  noColumn: Text
  notOne: Text
  twice: Text
}

/** @param letters of the network of the account whose list it is */
export const addressesOf = (letters: Letters | undefined): AddressKind =>
  letters?.addresses === 'phone' ? phoneNumbers : mailAddresses

const mailAddresses: AddressKind = {
  headings: ['email', 'mail', 'courriel', 'adresse', 'address', 'adresseemail', 'emailaddress'],
  looksLikeOne: (cell) => cell.includes('@'),
  read(cell) {
    const address = cell.toLowerCase().replace(/^mailto:/, '')
    return isMailAddress(address) ? address : null
  },
  noColumn: {
    en: 'No column is called “e-mail”: name one so in the first line.',
    fr: 'Aucune colonne ne s’appelle « e-mail » : nommez-en une ainsi à la première ligne.',
  },
  notOne: {
    en: 'This is not an e-mail address.',
    fr: 'Ceci n’est pas une adresse e-mail.',
  },
  twice: {
    en: 'This address already appears above.',
    fr: 'Cette adresse figure déjà plus haut.',
  },
}

/** One @, a domain with a point, no blank, and nothing that could end a header. */
const isMailAddress = (address: string) =>
  address.length <= 254 &&
  /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\].]+(\.[^\s@<>(),;:"\\[\].]+)+$/.test(address)

const phoneNumbers: AddressKind = {
  headings: ['telephone', 'tel', 'numero', 'mobile', 'portable', 'phone', 'number', 'phonenumber'],
  looksLikeOne: (cell) => /\d{6}/.test(bareNumber(cell)),
  read(cell) {
    const number = bareNumber(cell)
    return /^\+[1-9]\d{6,14}$/.test(number) ? number : null
  },
  noColumn: {
    en: 'No column is called “phone”: name one so in the first line.',
    fr: 'Aucune colonne ne s’appelle « téléphone » : nommez-en une ainsi à la première ligne.',
  },
  notOne: {
    en: 'This is not a number with its country code, as +33 6 12 34 56 78.',
    fr: 'Ceci n’est pas un numéro avec son indicatif, comme +33 6 12 34 56 78.',
  },
  twice: {
    en: 'This number already appears above.',
    fr: 'Ce numéro figure déjà plus haut.',
  },
}

/** E.164: a plus, the country code, the rest. Spreadsheets put an apostrophe before what they must not add up. */
const bareNumber = (cell: string) =>
  cell
    .replace(/^'|^tel:/i, '')
    .replace(/\(0\)/, '')
    .replace(/[\s.()/-]/g, '')
    .replace(/^00/, '+')
