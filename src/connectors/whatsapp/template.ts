import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { callAs } from './account.ts'

const componentSchema = z.object({
  type: z.string(),
  format: z.string().optional(),
  text: z.string().default(''),
  buttons: z.array(z.object({ url: z.string().default('') })).default([]),
})

const templatesSchema = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      language: z.string(),
      status: z.string(),
      components: z.array(componentSchema).default([]),
    }),
  ),
})

export interface Template {
  name: string
  language: string
  /** How many places its body leaves for words: `{{1}}`, `{{2}}`… */
  places: number
}

/** The template of a name, approved, with nothing to fill but its body. @param language empty: the only one there is */
export async function findTemplate(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
  businessAccount: string,
  { name, language }: { name: string; language: string },
): Promise<Outcome<Template>> {
  const call = { path: `/${businessAccount}/message_templates`, query: { name } }
  const answer = await callAs(tools, account, call, templatesSchema)
  if (!answer.ok) return answer
  // Meta looks for the words anywhere in a name.
  const there = answer.value.data.filter((one) => one.name === name)
  const template = there.find((one) => one.language === language) ?? (language ? null : there[0])
  if (!template) {
    const languages = there.map((one) => one.language).join(', ')
    return rejected('template', languages ? otherLanguages(name, languages) : noTemplate(name))
  }
  if (template.status !== 'APPROVED') {
    const detail = `template ${name}: ${template.status}`
    const reason = notApproved(name, template.status)
    return failed({ kind: 'rejected', field: 'template', reason, detail })
  }
  const places = placesOf(template.components)
  if (places === null) return rejected('template', onlyBody)
  return done({ name, language: template.language, places })
}

/** Null: something else than the body wants to be filled, or nothing does. */
function placesOf(components: z.infer<typeof componentSchema>[]): number | null {
  const body = components.find(({ type }) => type === 'BODY')
  const names = new Set([...(body?.text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))
  const isNumbered = [...names].every((name) => /^\d+$/.test(name ?? ''))
  const rest = components.filter((one) => one !== body)
  const isFilledElsewhere = rest.some(
    ({ type, format = 'TEXT', text, buttons }) =>
      (type === 'HEADER' && format !== 'TEXT') ||
      text.includes('{{') ||
      buttons.some(({ url }) => url.includes('{{')),
  )
  return names.size > 0 && isNumbered && !isFilledElsewhere ? names.size : null
}

/** The paragraphs of a text: each fills one place of the template, where no line may be broken. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')

const noTemplate = (name: string) => ({
  en: `There is no template “${name}” in this WhatsApp account. Its name is written as WhatsApp Manager shows it, Message templates.`,
  fr: `Il n’y a pas de modèle « ${name} » dans ce compte WhatsApp. Écrivez son nom comme le Gestionnaire WhatsApp le montre, à Modèles de message.`,
})

const otherLanguages = (name: string, languages: string) => ({
  en: `The template “${name}” exists in other languages: ${languages}.`,
  fr: `Le modèle « ${name} » existe dans d’autres langues : ${languages}.`,
})

const notApproved = (name: string, status: string) => ({
  en: `WhatsApp has not approved the template “${name}” (${status}). Look at it in WhatsApp Manager, Message templates.`,
  fr: `WhatsApp n’a pas approuvé le modèle « ${name} » (${status}). Consultez-le dans le Gestionnaire WhatsApp, à Modèles de message.`,
})

const onlyBody = {
  en: 'Choose a template whose body alone leaves places to fill ({{1}}, {{2}}…): no image, no place in its header, footer or buttons.',
  fr: 'Choisissez un modèle dont seul le corps laisse des places à remplir ({{1}}, {{2}}…) : pas d’image, pas de place dans l’en-tête, le pied ou les boutons.',
}
