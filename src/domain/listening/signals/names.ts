/** Names of the signals, alone in their file: whoever only needs them loads no model. */
export const sentiments = ['negative', 'neutral', 'positive', 'unsure'] as const
export type Sentiment = (typeof sentiments)[number]

/** What somebody wants of us. `buying`: wants to buy what we sell, or asks who sells it. */
export const intents = ['complaint', 'question', 'buying', 'praise', 'hiring'] as const
export type Intent = (typeof intents)[number]

/** Kinds of risk: what should wake somebody up. */
export const risks = ['leak', 'impostor', 'threat', 'boycott', 'safety'] as const
export type Risk = (typeof risks)[number]

export const wants = [...intents, ...risks] as const
export type Want = (typeof wants)[number]

/** Languages whose opinion can be read. */
export const readLanguages = ['fr', 'en'] as const
export type ReadLanguage = (typeof readLanguages)[number]

export function isReadLanguage(language: string): language is ReadLanguage {
  return readLanguages.some((known) => known === language)
}
