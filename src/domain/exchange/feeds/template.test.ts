import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillTemplate, fillToFit } from './fill-template.ts'

describe('a template', () => {
  const article = {
    title: 'Un banc',
    text: 'En frêne.',
    url: 'https://atelier-morel.example/banc',
    author: '',
  }

  test('speaks both languages, and closes the gap of what an article does not have', () => {
    expect(fillTemplate('{title}\n\n{auteur}\n\n{Lien}', article)).toBe(`Un banc\n\n${article.url}`)
  })

  test('made to fit always fits, and always keeps its link', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        fc.string({ maxLength: 80 }),
        fc.integer({ min: 0, max: 500 }),
        (text, title, most) => {
          const filled = fillToFit(
            '{title} {summary} {link}',
            { ...article, text, title },
            (one) => one.length <= most,
          )
          if (filled === null) return most < article.url.length + 1 + title.length
          return filled.length <= most && filled.includes(article.url)
        },
      ),
    )
  })
})
