import { sql, type Kysely } from 'kysely'

/**
 * The language of saved queries has grown: what had no meaning of its own until now is quoted in the queries already
 * saved, so that each finds what it found. (Written apart from the reader of the day: a migration never changes.)
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table mentions add column images integer`.execute(db)
  const { rows } = await sql<{ id: string; expression: string }>`
    select id, expression from saved_queries
  `.execute(db)
  for (const { id, expression } of rows) {
    const kept = asItWas(expression)
    if (kept === expression) continue
    await sql`update saved_queries set expression = ${kept} where id = ${id}`.execute(db)
  }
}

const quotes: Readonly<Record<string, string>> = {
  '"': '"\u201c\u201d',
  '\u201c': '\u201d"',
  '\u201d': '\u201d"',
  '\u201e': '\u201c\u201d"',
  '\u00ab': '\u00bb',
  '\u00bb': '\u00ab',
}
const field =
  /^(?:author|auteur|site|url|lang|langue|source|has|avec|followers|abonn[\u00e9e]s|date|query|requ[\u00eae]te):/i
const operators = /^(?:AND|ET|OR|OU|NOT|NON|SAUF)$/

/** An expression of the former language in the present one. Signs that were only gaps become blanks. */
export function asItWas(expression: string): string {
  let result = ''
  let i = 0
  while (i < expression.length) {
    const char = expression[i] ?? ''
    const closers = quotes[char]
    let end = i + 1
    if (closers !== undefined) {
      while (end < expression.length && !closers.includes(expression[end] ?? '')) end++
      result += inside(expression.slice(i, end + 1)) + (expression[end + 1] === '~' ? ' ' : '')
      i = end + 1
    } else if (/[\s()]/.test(char) || '-\u2212\u2013\u2014'.includes(char)) {
      result += char
      i++
    } else {
      while (end < expression.length && !/[\s()]/.test(expression[end] ?? '')) {
        if ((expression[end] ?? '') in quotes) break
        end++
      }
      result += bare(expression.slice(i, end))
      i = end
    }
  }
  return result
}

/** Between quotes, only a question mark inside a word has a meaning now. */
function inside(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}])\?+(?=[\p{L}\p{N}])/gu, ' ')
}

function bare(word: string): string {
  if (operators.test(word)) return word
  const said = inside(word)
  const isNew =
    said !== word ||
    field.test(word) ||
    /^O?NEAR\/\d+$/.test(word) ||
    /[{}]|^\/\/|^\/\*|^<<</.test(word)
  return isNew ? `"${said.replace(/[{}]/g, ' ').replace(/^[/*<]+/, '')}"` : word
}
