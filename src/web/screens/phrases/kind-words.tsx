import { useLingui } from '@lingui/react/macro'
import { Braces, Hash, type LucideIcon, TextQuote } from 'lucide-react'
import type { PhraseKind } from '#domain/publishing/phrases/api.ts'

export const KIND_ICONS: Record<PhraseKind, LucideIcon> = {
  hashtags: Hash,
  snippet: TextQuote,
  template: Braces,
}

/** The names of the three kinds, one and many. */
export function useKindWords(): Record<PhraseKind, { one: string; many: string; means: string }> {
  const { t } = useLingui()
  return {
    template: {
      one: t`Template`,
      many: t`Templates`,
      means: t`Text with blanks: you are asked for the product, the price, the date.`,
    },
    snippet: {
      one: t`Snippet`,
      many: t`Snippets`,
      means: t`Words that stay the same: opening hours, an address, a signature.`,
    },
    hashtags: {
      one: t`Hashtag set`,
      many: t`Hashtag sets`,
      means: t`Put at the end of a text; those it already has are skipped.`,
    },
  }
}
