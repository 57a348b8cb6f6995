import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** WCAG 2.0 to 2.2, levels A and AA. */
const CRITERIA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe holds against the page as it is shown now: one line per rule and place. Empty when it is clean. */
export async function axe(page: Page): Promise<string[]> {
  // Our pages have no frames; without this, axe would open a second page for each look.
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: CRITERIA, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary?.split('\n').slice(1).join(' ').trim()
      return `${id} at ${target.join(' ')}: ${why ?? ''}`
    }),
  )
}
