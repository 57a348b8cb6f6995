import { type ComponentType, createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { PreviewProps } from '../preview.ts'
import type { TextRules } from '../text-rules.ts'

interface Usual {
  handle: string
  displayName?: string
  /** Finds what the network marks in a text; without, nothing is marked. */
  rules?: Pick<TextRules, 'spans'>
  images?: PreviewProps['images']
}

/** Draws a network's preview as a page does: of a post of Atelier Morel, in French and by daylight unless `more` says so. */
export function drawing(
  Preview: ComponentType<PreviewProps>,
  { handle, displayName = 'Atelier Morel', rules, images = [] }: Usual,
) {
  return (text: string, more: Partial<PreviewProps> = {}): string =>
    renderToStaticMarkup(
      createElement(Preview, {
        text,
        spans: rules?.spans(text) ?? [],
        images,
        account: { displayName, handle },
        locale: 'fr',
        now: new Date('2026-03-02T09:00:00+01:00'),
        theme: 'light',
        ...more,
      }),
    )
}
