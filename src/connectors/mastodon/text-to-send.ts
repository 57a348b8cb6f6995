import type { Outgoing } from '#connectors/_contract/connector.ts'

/** The text that leaves: an answer must name whom it answers, or they are not told. */
export function textToSend({ text, replyTo }: Outgoing): string {
  const acct = replyTo?.data?.['acct']
  if (typeof acct !== 'string') return text
  const [name] = acct.split('@')
  const isNamed = text.toLowerCase().includes(`@${name?.toLowerCase()}`)
  return isNamed ? text : `@${acct} ${text}`
}
