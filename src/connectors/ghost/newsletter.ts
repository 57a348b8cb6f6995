import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { call } from './api.ts'

/** Is there such a newsletter? Ghost answers nothing but an error of its own when it is named in vain. */
export async function checkNewsletter(
  tools: Tools,
  account: Account,
  slug: string,
): Promise<Outcome<null>> {
  if (slug === '') return done(null)
  const schema = z.object({ newsletters: z.array(z.object({ slug: z.string() })) })
  const query = { filter: 'status:active', limit: '100', fields: 'slug' }
  const answer = await call(tools, account, { path: 'newsletters/', query }, schema)
  if (!answer.ok) return answer
  const { newsletters } = answer.value
  if (newsletters.some((one) => one.slug === slug)) return done(null)
  const names = newsletters.map((one) => one.slug).join(', ') || '—'
  return rejected('options.newsletter', noSuchNewsletter(slug, names))
}

const noSuchNewsletter = (slug: string, names: string) => ({
  en: `The site has no active newsletter called “${slug}”. It has: ${names}.`,
  fr: `Le site n’a pas de lettre d’information active « ${slug} ». Il a : ${names}.`,
})
