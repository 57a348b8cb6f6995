import { describe, expect, test } from 'vitest'
import { firstMonth } from '#domain/practice/content/first-month.ts'
import { secondMonth } from '#domain/practice/content/second-month.ts'
import { experienceOf } from './experience.ts'
import { type Case, keptAside, known } from './fixtures/corpus.ts'
import { SHOP_LABELS } from './fixtures/shop.ts'
import { suggestLabels } from './suggest.ts'

const shop: readonly Case[] = [...firstMonth, ...secondMonth].flatMap(({ key, text }) => {
  const [labels, about] = SHOP_LABELS[key] ?? []
  if (!labels || !about) return []
  return (['en', 'fr'] as const).map((language) => ({
    language,
    labels,
    about,
    text: text[language],
  }))
})

const nothing = experienceOf([])

/** How the suggestions agree with whoever labelled the posts by hand. */
function agreement(cases: readonly Case[]) {
  let [suggested, right, wanted, answered, about, told] = [0, 0, 0, 0, 0, 0]
  for (const { text, language, labels, about: whom } of cases) {
    const given = suggestLabels(text, { language, brand: 'Atelier Morel', experience: nothing })
    const hits = given.labels.filter(({ label }) => labels.includes(label)).length
    suggested += given.labels.length
    right += hits
    wanted += labels.length
    if (given.labels.length > 0) answered++
    if (given.about) told++
    if (given.about?.about === whom) about++
  }
  return {
    precision: right / suggested,
    recall: right / wanted,
    answered: answered / cases.length,
    about: about / told,
  }
}

const percent = (one: ReturnType<typeof agreement>) =>
  Object.entries(one)
    .map(([name, share]) => `${name} ${Math.round(share * 100)} %`)
    .join(', ')

/**
 * The rules and the first two sets are by the same hand, so those figures flatter; the third was written by somebody
 * else, and only words of the trade at large ("is back", "deliveries") were added after reading it.
 * Measured on 25 November 2026: precision 98, 97 and 100 %; a label proposed for 95, 63 and 25 % of the posts before
 * those words were added. The rules are made to be silent rather than wrong; a company's own labels teach the rest.
 */
describe('suggested labels', () => {
  test('are right when there are any, by hand-labelled posts of many trades', () => {
    const told = {
      '60 posts the rules were written for': agreement(known),
      '60 posts of the same hand, kept aside': agreement(keptAside),
      [`${shop.length} posts of another hand, a furniture shop’s`]: agreement(shop),
    }
    // oxlint-disable-next-line no-console -- the figures are what this test is read for
    for (const [which, one] of Object.entries(told)) console.log(`${which}: ${percent(one)}`)
    for (const one of Object.values(told)) {
      expect(one.precision).toBeGreaterThan(0.6)
      expect(one.about).toBeGreaterThan(0.6)
    }
  })
})
