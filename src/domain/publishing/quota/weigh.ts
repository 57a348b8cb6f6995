import type { Connector } from '#connectors/_contract/connector.ts'
import type { Price, Weights } from '#connectors/_contract/manifest.ts'
import type { DeliveryKind } from '../model.ts'

/** Something that leaves, as quotas and prices see it. */
export interface Sent {
  kind: DeliveryKind
  images: number
  text: string
}

/** How much of a quota it uses up. */
export function weigh(weights: Weights, { kind, images }: Sent): number {
  return (weights[kind === 'comment' ? 'part' : kind] ?? 0) + images * (weights.image ?? 0)
}

/** What the network bills for it, in one currency. */
export function costOf(
  prices: readonly Price[],
  currency: string,
  sent: Sent,
  text: Pick<Connector['text'], 'spans'>,
): number {
  const linked = text.spans(sent.text).some(({ kind }) => kind === 'link')
  return prices
    .filter((price) => price.currency === currency)
    .reduce((sum, { counts, amount, withLink }) => {
      const { image = 0, ...itself } = counts
      const each = linked && withLink !== undefined ? withLink : amount
      return sum + weigh(itself, sent) * each + sent.images * image * amount
    }, 0)
}
