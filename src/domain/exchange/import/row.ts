import type { Text } from '#platform/text.ts'

/** One line of a file, or one event of a calendar, as it was written there. */
export interface Row {
  /** Where it begins in the file, counted from 1. */
  line: number
  text: string
  /** As written; '' when there is none. */
  date: string
  time: string
  /** IANA zone, or '' for the company's. */
  zone: string
  accounts: string[]
  labels: string[]
  about: string
  campaign: string
  firstComment: string
  /** File names of pictures in the library. */
  pictures: string[]
  /** Its own name in the file it comes from, by which it is known again; null when it has none. */
  key: string | null
  /** What is wrong with it already as a row of its kind. */
  problems: Text[]
}

export const blankRow = (line: number): Row => ({
  line,
  text: '',
  date: '',
  time: '',
  zone: '',
  accounts: [],
  labels: [],
  about: '',
  campaign: '',
  firstComment: '',
  pictures: [],
  key: null,
  problems: [],
})

/** The rows of a file, or why it cannot be read at all. */
export type Rows = { ok: true; rows: Row[] } | { ok: false; reason: Text }
