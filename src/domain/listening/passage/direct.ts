import type { Desk } from '#domain/desk.ts'
import type { CompanyMatchers } from '../mentions/company-matcher.ts'
import type { Passage } from './brought.ts'
import { sift } from './keep-brought.ts'
import { keepButRefused } from './keep-but-refused.ts'

/** Who collects also keeps, in the transaction that moves the place. */
export function direct(desk: Desk, matchers: CompanyMatchers): Passage {
  return {
    waitsFor: () => null,
    async hand(brought) {
      const sifted = await sift(desk, matchers, brought)
      return sifted && ((trx) => keepButRefused(desk, matchers, sifted, trx))
    },
  }
}
