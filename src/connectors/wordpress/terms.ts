import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { htmlToText } from '#connectors/_contract/html-text.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { call } from './api.ts'

const termSchema = z.object({ id: z.number(), name: z.string() })

/** The ids of tags by their names; those that the site does not have yet are made. */
export async function tagsOf(
  tools: Tools,
  account: Account,
  names: string[],
): Promise<Outcome<number[]>> {
  const ids: number[] = []
  for (const name of tidy(names)) {
    const known = await find(tools, account, 'tags', name)
    if (!known.ok) return known
    const request = { route: '/wp/v2/tags', method: 'POST' as const, json: { name } }
    const tag = known.value ? done(known.value) : await call(tools, account, request, termSchema)
    if (!tag.ok) return tag
    ids.push(tag.value.id)
  }
  return done(ids)
}

/** The ids of categories by their names. A category is a decision of the site: none is made here. */
export async function categoriesOf(
  tools: Tools,
  account: Account,
  names: string[],
): Promise<Outcome<number[]>> {
  const ids: number[] = []
  for (const name of tidy(names)) {
    const known = await find(tools, account, 'categories', name)
    if (!known.ok) return known
    if (!known.value) return rejected('options.categories', noSuchCategory(name))
    ids.push(known.value.id)
  }
  return done(ids)
}

const tidy = (names: string[]) => [
  ...new Set(names.map((name) => name.trim().replace(/^#/, '')).filter((name) => name !== '')),
]

async function find(tools: Tools, account: Account, kind: 'tags' | 'categories', name: string) {
  const query = { search: name, per_page: '100', _fields: 'id,name' }
  const found = await call(tools, account, { route: `/wp/v2/${kind}`, query }, z.array(termSchema))
  if (!found.ok) return found
  return done(found.value.find((term) => same(htmlToText(term.name), name)) ?? null)
}

const same = (one: string, other: string) =>
  one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0

const noSuchCategory = (name: string) => ({
  en: `The site has no category called “${name}”. Create it in WordPress, or choose another.`,
  fr: `Le site n’a pas de catégorie « ${name} ». Créez-la dans WordPress, ou choisissez-en une autre.`,
})
