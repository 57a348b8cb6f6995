import { expect, test } from 'vitest'
import { decodePage } from './decode-page.ts'
import { readHead } from './read-head.ts'

const base = 'https://atelier-morel.example/chaises/hugo'
const read = (html: string) => readHead(html, base)

test('Open Graph wins over Twitter, and both over plain tags', () => {
  const page = `<!doctype html><html><head><title>La page</title>
    <meta name="description" content="Des chaises.">
    <meta name="twitter:title" content="Hugo, sur Twitter">
    <meta property="og:title" content="La chaise Hugo &amp; sa sœur">
    <meta property="og:image" content="/images/hugo.jpg">
    <meta property="og:site_name" content="Atelier Morel"></head><body></body>`
  expect(read(page)).toEqual({
    title: 'La chaise Hugo & sa sœur',
    description: 'Des chaises.',
    siteName: 'Atelier Morel',
    imageUrl: 'https://atelier-morel.example/images/hugo.jpg',
  })
})

test('a page without those has its title', () => {
  expect(read('<title>\n Chaise &lt;Hugo&gt;\n</title><p>bonjour')).toEqual({
    title: 'Chaise <Hugo>',
    description: '',
    siteName: '',
    imageUrl: null,
  })
})

test('what the body says is not the head', () => {
  const page = '<head></head><body><title>Faux</title><meta property="og:title" content="Faux">'
  expect(read(page).title).toBe('')
})

test('no address but the web’s is a picture', () => {
  for (const image of [
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'file:///etc/passwd',
    'http://[',
    '',
  ])
    expect(read(`<meta property="og:image" content="${image}">`).imageUrl).toBeNull()
})

test('hostile markup is read to its end, and quickly', () => {
  const pages = [
    '<'.repeat(400_000),
    '<title>'.repeat(50_000),
    `<meta property="og:title" content="${'é'.repeat(400_000)}`,
    `<meta property=og:title content=${'"'.repeat(9999)}>`,
    '<script><title>non</title></script><title>oui</title>',
    '<svg><title>non</title></svg><title>oui</title>',
    '<!--<title>non</title>--><title>oui</title>',
    '\u0000<title>\u0000oui</title>',
  ]
  const before = performance.now()
  for (const page of pages) expect(read(page).title.length).toBeLessThanOrEqual(300)
  expect(performance.now() - before).toBeLessThan(3000)
  expect(pages.slice(4, 7).map((page) => read(page).title)).toEqual(['oui', 'oui', 'oui'])
})

test('a page is read in the character set it names', () => {
  const latin = Uint8Array.from(Buffer.from('<title>Chêne</title>', 'latin1'))
  expect(decodePage(latin, 'text/html; charset=ISO-8859-1')).toBe('<title>Chêne</title>')
  const named = Uint8Array.from(Buffer.from('<meta charset="windows-1252">Chêne', 'latin1'))
  expect(decodePage(named, 'text/html')).toContain('Chêne')
  expect(decodePage(Uint8Array.from(Buffer.from('Chêne')), 'text/html; charset=x-nowhere')).toBe(
    'Chêne',
  )
})
