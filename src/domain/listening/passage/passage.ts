import type { Desk } from '#domain/desk.ts'
import type { CompanyMatchers } from '../mentions/company-matcher.ts'
import type { Passage } from './brought.ts'
import { direct } from './direct.ts'
import { queued } from './queued.ts'

export type { Passage } from './brought.ts'

/** Through the queue that was configured; without one, at once. */
export function passageOf(desk: Desk, matchers: CompanyMatchers): Passage {
  return desk.queue ? queued(desk.queue, desk.clock) : direct(desk, matchers)
}
