import type { Reader } from './setting.ts'

/** Megabytes, read as bytes. */
export const megabytes: Reader<number> = {
  read: (text) => {
    const count = /^\d{1,5}$/.test(text) ? Number(text) : 0
    return count > 0 ? count * 1e6 : undefined
  },
  expected: {
    en: 'a whole number of megabytes, from 1 to 99999',
    fr: 'un nombre entier de mégaoctets, de 1 à 99999',
  },
}
