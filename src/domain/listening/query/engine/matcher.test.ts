import { describe, expect, test } from 'vitest'
import { createMatcher, parseQuery } from '../index.ts'

function parsed(expression: string) {
  const result = parseQuery(expression)
  if (!result.ok) throw new Error(`${expression} is refused: ${result.error.code}`)
  return result.query
}

function finds(expression: string, text: string): boolean {
  const matcher = createMatcher()
  matcher.add('it', parsed(expression))
  return matcher.match(text).length === 1
}

describe('a query finds', () => {
  test.each([
    ['whatever the accents', 'chene', 'Une table en CHÊNE massif'],
    ['whatever the accents of the query', 'chêne', 'UNE TABLE EN CHENE'],
    ['accents written apart', 'chêne', 'che\u0302ne'.normalize('NFD')],
    ['ligatures', 'coeur', 'Un cœur de bois'],
    ['a word after an elision', 'atelier', 'J’adore l’atelier de Camille'],
    ['a compound word, hyphen or not', 'porte-manteau', 'un porte manteau neuf'],
    ['a hashtag by its word', 'morel', 'vu chez #Morel hier'],
    ['a handle by its word', 'morel', 'merci @morel !'],
    ['a hashtag asked as such', '#morel', 'vu chez #Morel hier'],
    ['a long handle', '@atelier-morel.bsky.social', 'merci @atelier-morel.bsky.social'],
    ['a handle at the end of a sentence', '@morel', 'vu chez @Morel. Merci'],
    ['a handle before an elision', '@morel', 'chez @morel’s'],
    ['a handle and what may follow it, after a star', '@morel*', 'vu chez @morel_officiel'],
    ['a star after a handle of several words', '@atelier-morel*', 'vu chez @atelier-morel.lyon'],
    ['a handle of the fediverse', '@morel@mastodon.social', 'merci @morel@mastodon.social !'],
    ['a hashtag before a hyphen', '#oak', 'a #oak-like table'],
    ['a hashtag with an underscore', '#oak_table', 'my #oak_table'],
    ['an address by its words', 'contact@morel.fr', 'écrire à contact@morel.fr'],
    ['a handle after Chinese letters', '@morel', '谢谢@morel !'],
    ['a Chinese hashtag', '#小米', '我买了 #小米 #手机'],
    ['a handle near a word', '@morel NEAR/1 table', 'une table @morel'],
    ['a phrase across punctuation', '"atelier morel"', 'Atelier, Morel & fils'],
    ['a phrase with a beginning of word', '"tables basses en ch*"', 'nos tables basses en chêne'],
    ['a beginning of word', 'chais*', 'deux chaises'],
    ['an emoji', '🪑', 'ma nouvelle chaise🪑!'],
    ['an emoji of whatever skin', '👍', 'bravo 👍🏽'],
    ['a flag', '🇫🇷', 'fait en 🇫🇷'],
    ['letters dressed up as signs', 'soldes', '𝐒𝐎𝐋𝐃𝐄𝐒 chez Morel'],
    ['a word of which a shy hyphen cuts the middle', 'menuiserie', 'menui\u00adserie'],
    ['Chinese, without spaces', '小米', '我买了小米手机'],
    ['Japanese, without spaces', 'テーブル', 'ヴィジーのテーブル'],
    ['Thai, without spaces', 'โต๊ะ', 'ฉันชอบโต๊ะไม้โอ๊ค'],
    ['Japanese inside a longer word', '京都', '東京都に行きました'],
    ['half-width Japanese', 'ガラス', '窓のｶﾞﾗｽ'],
    ['a new Thai brand between other words', 'ลาซาด้า', 'ทำไมลาซาด้ายังไม่ส่ง'],
    ['one letter, whichever', 'organi?ation', 'une organisation'],
    ['a spelling to the letter', '{Lyre}', 'la table Lyre'],
    ['words near each other', 'table NEAR/2 chêne', 'chêne, une table'],
    ['words near each other, in order', 'table ONEAR/1 chêne', 'table en chêne'],
    ['a choice near a phrase', '(frêne OR chêne) NEAR/1 "table basse"', 'table basse en chêne'],
    ['words gathered in any order', '"table chêne massif"~1', 'chêne massif pour table'],
    ['what a double exclusion leaves', 'NOT (NOT morel)', 'morel'],
  ])('%s', (_, expression, text) => expect(finds(expression, text)).toBe(true))
})

describe('a query does not find', () => {
  test.each([
    ['a word inside another', 'art', 'le départ du camion'],
    ['an excluded word', 'morel -football', 'Morel quitte le football'],
    ['words in another order', '"atelier morel"', 'morel atelier'],
    ['words too far apart', '"atelier morel"', 'atelier Camille Morel'],
    ['a plain word when the hashtag is asked', '#morel', 'chez Morel'],
    ['a handle when the hashtag is asked', '#morel', 'chez @morel'],
    ['a longer handle, with a low line', '@morel', 'vu chez @morel_officiel'],
    ['a longer handle, with a full stop', '@morel', 'vu chez @morel.lyon'],
    ['a longer handle, with a hyphen', '@morel', 'vu chez @morel-bois'],
    ['a handle of a server', '@morel', 'vu chez @morel@mastodon.social'],
    ['an e-mail address when the handle is asked', '@morel', 'écrire à contact@morel'],
    ['a longer hashtag', '#oak', 'my #oak_table'],
    ['a longer Chinese hashtag', '#小米', '#小米手机'],
    ['a hashtag inside a word', '#oak', 'my n1#oak'],
    ['a longer handle in a phrase', '"merci @morel"', 'merci @morel.lyon'],
    ['a longer handle, gathered', '"@morel merci"~3', 'merci @morel.lyon'],
    ['a longer handle, near', '@morel NEAR/3 merci', 'merci @morel.lyon'],
    ['a longer handle, spelt exactly', '{@Morel}', 'merci @Morel.lyon'],
    ['a phrase across the title and the text', '"table basse"', 'La table\u2029Basse saison'],
    ['a word by its beginning, without a star', 'chais', 'deux chaises'],
    ['another spelling', '{Lyre}', 'une lyre, une LYRE'],
    ['words too far', 'table NEAR/1 chêne', 'table basse en chêne'],
    ['the other order', 'table ONEAR/5 chêne', 'chêne, table'],
    ['a word near itself', 'table NEAR/5 table', 'une table'],
    ['two letters for one', 'ta?le', 'tableau'],
    ['words gathered too widely', '"table chêne"~1', 'table basse en chêne'],
    ['anything in nothing', 'morel', ''],
    ['anything in signs', 'morel', '!!! … ©™'],
  ])('%s', (_, expression, text) => expect(finds(expression, text)).toBe(false))
})

describe('queries come and go', () => {
  test('a removed query is silent and the others still speak', () => {
    const matcher = createMatcher()
    matcher.add('tables', parsed('table OR tables'))
    matcher.add('oak', parsed('table chêne'))
    expect(matcher.match('une table en chêne').sort()).toEqual(['oak', 'tables'])
    expect(matcher.remove('tables')).toBe(true)
    expect(matcher.remove('tables')).toBe(false)
    expect(matcher.match('une table en chêne')).toEqual(['oak'])
    expect(matcher.size).toBe(1)
  })

  test('adding under the same id replaces', () => {
    const matcher = createMatcher()
    matcher.add('q', parsed('table'))
    matcher.add('q', parsed('chaise'))
    expect(matcher.match('table')).toEqual([])
    expect(matcher.match('chaise')).toEqual(['q'])
    expect(matcher.size).toBe(1)
  })

  test('a query that only excludes is asked about every text', () => {
    const matcher = createMatcher()
    const words = parsed('table')
    matcher.add('q', { op: 'not', part: words, at: { start: 0, end: 5 } })
    expect(matcher.match('une chaise')).toEqual(['q'])
    expect(matcher.match('une table')).toEqual([])
    expect(matcher.match('')).toEqual(['q'])
  })

  test('after many posts, a query is called by the word that was met least', () => {
    const matcher = createMatcher()
    matcher.add('q', parsed('menuiserie lit'))
    for (let i = 0; i < 2_100; i++) matcher.match('menuiserie')
    const { looked } = matcher.work
    matcher.match('menuiserie')
    expect(matcher.work.looked).toBe(looked)
    expect(matcher.match('lit en menuiserie')).toEqual(['q'])
  })

  test('one text answers each query once, however often its words return', () => {
    const matcher = createMatcher()
    matcher.add('q', parsed('table OR chaise OR chais*'))
    expect(matcher.match('table table chaise chaises table')).toEqual(['q'])
    expect(matcher.match('table')).toEqual(['q'])
  })

  test('what NEARs find among many repetitions is followed to its end', () => {
    expect(finds('(de NEAR/100 de) ONEAR/0 fin', `${'de '.repeat(450)}fin`)).toBe(true)
    expect(finds('(de NEAR/100 de) ONEAR/0 fin', `${'de '.repeat(450)}la fin`)).toBe(false)
  })

  test('as many NEARs in a row as are allowed are looked for in a text that repeats itself', () => {
    const row = `${Array(11).fill('de').join(' NEAR/100 ')} ONEAR/0 fin`
    const { query, text } = { query: parsed(row), text: 'de '.repeat(660) }
    const matcher = createMatcher()
    matcher.add('q', query)
    expect(matcher.match(`${text}la fin`)).toEqual([])
    expect(matcher.match(`${text}fin`)).toEqual(['q'])
  })

  test('a word asked for three thousand times in one breath is one word', () => {
    const matcher = createMatcher()
    matcher.add('q', parsed(`"${'de '.repeat(3_000)}la"~5`))
    expect(matcher.match(`${'de '.repeat(2_000)}la`)).toEqual(['q'])
  })

  test('a text as long as a book is read', () => {
    const matcher = createMatcher()
    matcher.add('q', parsed('"dernier mot"'))
    const book = 'mot dernier '.repeat(50_000)
    expect(matcher.match(`${book} ${'x'.repeat(100_000)}`)).toEqual(['q'])
    expect(matcher.match('mot')).toEqual([])
  })
})
