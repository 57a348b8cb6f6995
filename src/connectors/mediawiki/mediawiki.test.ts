import { describe, expect, test } from 'vitest'
import type { Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { fixedClock } from '#platform/clock.ts'
import { findWiki } from './find-wiki.ts'
import { limitsFrom } from './limits.ts'
import { whatWasSaid } from './said.ts'
import { summaryOf } from './trace.ts'
import { textOf, wikitextOf } from './wikitext.ts'

describe('a text as wikitext', () => {
  test.each([
    ['Un\ndeux\n\n\nTrois', 'Un<br>\ndeux\n\nTrois'],
    [
      '[[Lien]] {{modèle}} <b>',
      '&#91;&#91;Lien&#93;&#93; &#123;&#123;modèle&#125;&#125; &#60;b&#62;',
    ],
    ["'''gras''' et l'été", "&#39;&#39;&#39;gras&#39;&#39;&#39; et l'été"],
    ['~~~~ __TOC__ a_b', '&#126;&#126;&#126;&#126; &#95;&#95;TOC&#95;&#95; a_b'],
    ['* un\n# deux', '&#42; un<br>\n&#35; deux'],
    ['Voir https://a.fr/x_y?a=1&b={c}.', 'Voir https://a.fr/x_y?a=1&b=%7Bc&#125;.'],
  ])('%j is shown as it was written', (text, wiki) => expect(wikitextOf(text)).toBe(wiki))
})

test.each([
  ["[[User:Yanis|Yanis]] a dit '''oui'''", 'Yanis a dit oui'],
  [
    ':: Merci ! [[Utilisateur:Zoé|Zoé]] ([[Discussion utilisateur:Zoé|discussion]]) 25 novembre 2026 à 10:00 (CET)',
    'Merci !',
  ],
  [
    'Bonjour [[User:Yanis|Yanis]] ([[User talk:Yanis|talk]]) 10:00, 25 November 2026 (UTC)',
    'Bonjour',
  ],
  ['Voir [https://a.fr ici] &amp; <b>là</b><!-- non -->', 'Voir ici (https://a.fr) & là'],
])('%j is read as people say it', (wiki, text) => expect(textOf(wiki)).toBe(text))

test('what an edit added is what was said, under its heading', () => {
  const contents = new Map([
    [1, '== Un ==\nBonjour\n\n== Deux ==\nSalut'],
    [2, '== Un ==\nBonjour\n: Merci\n\n== Deux ==\nSalut'],
    [3, '== Un ==\nBonjour\n\n== Deux ==\nSalut'],
  ])
  expect(whatWasSaid(contents, { revid: 2, old_revid: 1 })).toEqual({
    text: 'Merci',
    section: 'Un',
  })
  expect(whatWasSaid(contents, { revid: 3, old_revid: 2 })).toBeNull()
})

test('reading a page never takes for ever', () => {
  const began = performance.now()
  textOf(`[[a:${'['.repeat(20_000)}`)
  textOf('[[U:a]] '.repeat(5000))
  textOf(`${"'".repeat(50_000)}${'='.repeat(50_000)}`)
  whatWasSaid(new Map([[1, `${'='.repeat(5000)} a`]]), { revid: 1, old_revid: 0 })
  expect(performance.now() - began).toBeLessThan(2000)
})

test('a summary cannot be closed by its own section', () => {
  expect(summaryOf('Un */ deux', 'id')).toBe('/* Un * / deux */ Vigie id')
})

test('a wiki that takes no files, or not from this account, takes no image', () => {
  const general = { uploadsenabled: true, maxuploadsize: 1000 }
  const png = [{ ext: 'png' }, { ext: 'jpg' }, { ext: 'jpeg' }, { ext: 'pdf' }]
  expect(limitsFrom(general, png, ['edit', 'upload'])).toEqual({
    imagesMax: 10,
    imageMaxBytes: 1000,
    imageTypes: ['image/png', 'image/jpeg'],
  })
  expect(limitsFrom(general, png, ['edit']).imagesMax).toBe(0)
  expect(limitsFrom({ ...general, uploadsenabled: false }, png, ['upload']).imagesMax).toBe(0)
})

describe('the address of a wiki', () => {
  const answering = (body: string): Tools => ({
    fetch: async () => new Response(body),
    clock: fixedClock('2026-11-25T09:00:00Z'),
    log: { info() {}, warn() {} },
  })

  test.each([
    ['a.fr', '<link rel="EditURI" href="//a.fr/w/api.php?action=rsd"/>', 'https://a.fr/w/api.php'],
    [
      'a.fr/wiki/Accueil',
      '<link rel="EditURI" href="http://a.fr/api.php?action=rsd"/>',
      'https://a.fr/api.php',
    ],
    ['https://a.fr/w/api.php', '', 'https://a.fr/w/api.php'],
  ])('%s leads to its API', async (typed, body, api) => {
    expect(value(await findWiki(answering(body), typed))).toBe(api)
  })

  test('a page of something else is no wiki', async () => {
    expect(failure(await findWiki(answering('<link rel="icon" href="/i">'), 'a.fr'))).toMatchObject(
      {
        kind: 'rejected',
        field: 'wiki',
      },
    )
  })
})
