import type { TextRules } from '#connectors/_contract/text-rules.ts'

/** The first web address of a text, as a network reads it; null when there is none. */
export function firstLink(text: string, rules: TextRules): string | null {
  for (const { kind, value } of rules.spans(text)) {
    if (kind !== 'link') continue
    const url = URL.parse(value) ?? URL.parse(`https://${value}`)
    if (url && /^https?:$/.test(url.protocol)) return url.href
  }
  return null
}
