import { z } from 'zod'
import type { Account, Outgoing } from '#connectors/_contract/connector.ts'
import type { Text } from '#platform/text.ts'
import { type Board, boardsOf } from './account.ts'
import { text as rules } from './text.ts'

const word = z.string().trim().catch('')
const optionsSchema = z.object({ board: word, title: word, link: word })

/** OpenAPI 5.23, `PinCreate`. */
const titleMax = 100
const linkMax = 2048

/** Options as they are used: where the Pin leads is its first address unless another is given. */
export function optionsOf({ options, text }: Pick<Outgoing, 'options' | 'text'>) {
  const given = optionsSchema.parse(options)
  const first = rules.spans(text).find(({ kind }) => kind === 'link')?.value ?? ''
  return { ...given, link: given.link || first }
}

/** The board of that name; the only one when none is named. */
export function boardNamed(account: Pick<Account, 'settings'>, name: string): Board | null {
  const boards = boardsOf(account)
  if (name === '') return boards.length === 1 ? (boards[0] ?? null) : null
  const plain = (words: string) => words.normalize('NFC').trim().toLowerCase()
  return boards.find((board) => plain(board.name) === plain(name)) ?? null
}

/** What Pinterest would refuse of the options; which board, by those of the account when they are known. */
export function checkOptions(
  options: Record<string, unknown>,
  account?: Pick<Account, 'settings'>,
): { field: string; reason: Text }[] {
  const { board, title, link } = optionsSchema.parse(options)
  const problems: { field: string; reason: Text }[] = []
  if (account && !boardNamed(account, board)) {
    problems.push({ field: 'board', reason: whichBoard(boardsOf(account)) })
  }
  if (rules.count(title) > titleMax) problems.push({ field: 'title', reason: longTitle })
  const isAddress = URL.canParse(link) && /^https?:$/.test(new URL(link).protocol)
  if (link !== '' && (!isAddress || link.length > linkMax)) {
    problems.push({ field: 'link', reason: badLink })
  }
  return problems
}

/** Names a few of them: nobody reads fifty. */
const mostNamed = 12

function whichBoard(boards: Board[]): Text {
  if (boards.length === 0) return noBoards
  const names = boards.slice(0, mostNamed).map(({ name }) => name)
  const more = boards.length > mostNamed
  const english = names.map((name) => `“${name}”`).join(', ')
  const french = names.map((name) => `« ${name} »`).join(', ')
  return {
    en: `Write the name of one of your boards: ${english}${more ? '…' : '.'}`,
    fr: `Écrivez le nom d’un de vos tableaux : ${french}${more ? '…' : '.'}`,
  }
}

const noBoards = {
  en: 'This account has no board on Pinterest. Create one there, then check the account again.',
  fr: 'Ce compte n’a aucun tableau sur Pinterest. Créez-en un là-bas, puis vérifiez de nouveau le compte.',
}

const longTitle = {
  en: 'The title of a Pin has 100 characters at most.',
  fr: 'Le titre d’une Épingle a 100 caractères au plus.',
}

const badLink = {
  en: 'Give a whole address that begins with https://, of 2,048 characters at most.',
  fr: 'Indiquez une adresse entière qui commence par https://, de 2 048 caractères au plus.',
}
