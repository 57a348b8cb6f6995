import { isDeepStrictEqual } from 'node:util'
import type { Caller } from '#support/caller.ts'
import { type Copy, idIn } from './copies.ts'
import type { Filled } from './fill.ts'
import { screens } from './screens.ts'

/** Places in a list, and what is drawn by a hash of ids. */
const NOT_COMPARED = new Set(['next', 'hits'])
/** A mention may leave the days that are asked for between the two questions. */
const TRIES = 3

/**
 * Asks every screen's question of a copy and of its model: figures, words and order must be the same, ids those that the
 * copy has for them.
 * @throws Error that names the screen which answers something else
 */
export async function sameAnswers(owner: Caller, model: Filled, copy: Copy): Promise<number> {
  const copied = filledIn(owner, model, copy)
  for (const [name, urlOf] of Object.entries(screens)) {
    let isSame = false
    for (let tries = 0; tries < TRIES && !isSame; tries++) {
      const [theirs, ours] = [await answerOf(model, urlOf), await answerOf(copied, urlOf)]
      isSame = isDeepStrictEqual(
        compared(theirs, (id) => idIn(copy, id)),
        compared(ours, same),
      )
    }
    if (!isSame)
      throw new Error(`${name}: ${copy.companyId} answers other than its model ${model.companyId}`)
  }
  return Object.keys(screens).length
}

/** What was filled, as a copy has it. */
export const filledIn = (owner: Caller, model: Filled, copy: Copy): Filled => ({
  person: owner.of(copy.companyId),
  companyId: copy.companyId,
  queryIds: model.queryIds.map((id) => idIn(copy, id)),
  sourceIds: model.sourceIds.map((id) => idIn(copy, id)),
})

async function answerOf(company: Filled, urlOf: (typeof screens)[string]): Promise<unknown> {
  const url = await urlOf(company)
  const { status, body } = await company.person.get<unknown>(url)
  if (status !== 200) throw new Error(`${url}: ${status} ${JSON.stringify(body)}`)
  return body
}

const same = (id: string) => id
const UUID = /[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/g

function compared(body: unknown, idOf: (id: string) => string): unknown {
  const text = JSON.stringify(body, (key, value: unknown) =>
    NOT_COMPARED.has(key) ? undefined : value,
  )
  return JSON.parse(text.replaceAll(UUID, idOf))
}
