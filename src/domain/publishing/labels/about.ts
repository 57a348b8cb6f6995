import type { Language } from '#platform/text.ts'
import type { Label } from './api.ts'

export interface AboutSuggestion {
  about: 'us' | 'customer'
  because: string[]
}

const US: Record<Language, RegExp> = {
  fr: /(?<!\p{L})(?:nous|notre|nos|on|l’équipe|toute l’équipe|(?:la|notre) boutique|recrutons|chez nous)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:we|our|us|the team|the whole team|we’re|we’ve)(?!\p{L})/giu,
}

const CUSTOMER: Record<Language, RegExp> = {
  fr: /(?<![\p{L}-])(?:vous|votre|vos|tu|ton|tes|(?!chez|assez|rendez-vous|nez(?!\p{L}))\p{L}{3,}ez(?:-vous)?|clients?|merci à|abonnés|membres|celles et ceux|elle|il (?!y a|est \d|pleut|suffit)|famille)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:you|your|yours|customers?|followers|members|subscribers|those who|thanks to|she|he|his|her|family|everyone)(?!\p{L})/giu,
}

/** Whom such a post is about when its words do not say: advice serves its reader, news are about ourselves. */
const USUALLY: Partial<Record<Label, 'us' | 'customer'>> = {
  useful: 'customer',
  exclusive: 'customer',
  inspiring: 'customer',
  informative: 'us',
  visual: 'us',
  spontaneous: 'us',
  unexpected: 'us',
}

/** Whether a post is about the company or about the customer, with the words that decided; null when nothing speaks for either. */
export function suggestAbout(
  text: string,
  { language, brand, labels }: { language: Language; brand: string; labels: readonly Label[] },
): AboutSuggestion | null {
  if (!/\p{L}/u.test(text)) return null
  const named = brand.length > 2 && text.toLowerCase().includes(brand.toLowerCase()) ? [brand] : []
  const us = [...heard(US[language], text), ...named]
  const customer = heard(CUSTOMER[language], text)
  const usual = labels[0] && USUALLY[labels[0]]
  // What such posts are usually about weighs as much as two words.
  if (!usual && us.length + customer.length === 0) return null
  const balance = customer.length - us.length + (usual === 'customer' ? 2 : usual === 'us' ? -1 : 0)
  const about = balance > 0 ? 'customer' : 'us'
  return { about, because: [...new Set(about === 'us' ? us : customer)].slice(0, 4) }
}

const heard = (words: RegExp, text: string) =>
  [...text.matchAll(words)].map(({ 0: word }) => word.trim().toLowerCase())
