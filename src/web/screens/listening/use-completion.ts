import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import { type Completion, completed, completionsAt, type Offer } from './completions.ts'
import { useQueries } from './queries.ts'

/** The list of what may be typed next, driven from the text area: arrows, Enter, Escape, Ctrl and Space. */
export function useCompletion(
  area: RefObject<HTMLTextAreaElement | null>,
  value: string,
  onValue: (value: string) => void,
) {
  const known = useKnown()
  const list = useId()
  const [offer, setOffer] = useState<Offer | null>(null)
  const [active, setActive] = useState(-1)
  const show = (next: Offer | null) => {
    setOffer(next)
    setActive(-1)
  }
  const look = (text: string, caret: number, asked = false) =>
    show(completionsAt(text, caret, known, { asked }))
  const take = (completion: Completion) => {
    const caret = area.current?.selectionStart ?? value.length
    if (!offer) return
    const result = completed(value, caret, offer, completion)
    onValue(result.text)
    show(null)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(result.caret, result.caret)
    })
  }
  useEscape(offer !== null, () => show(null))
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault()
      return look(value, event.currentTarget.selectionStart, true)
    }
    if (!offer || event.nativeEvent.isComposing) return
    const count = offer.options.length
    const chosen = offer.options[active]
    if (event.key === 'ArrowDown') setActive((active + 1) % count)
    else if (event.key === 'ArrowUp') setActive((active <= 0 ? count : active) - 1)
    else if (event.key === 'Enter' && chosen) take(chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    offer,
    active,
    list,
    take,
    look,
    close: () => show(null),
    /** For the text area. */
    props: {
      onKeyDown,
      'aria-autocomplete': 'list' as const,
      'aria-controls': offer ? list : undefined,
      'aria-activedescendant': offer && active >= 0 ? `${list}-${active}` : undefined,
    },
  }
}

/** Escape closes the list and nothing else: the window around would close by the same key, before React hears of it. */
function useEscape(isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return
    const hear = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopImmediatePropagation()
      close()
    }
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  })
}

/** Fields that take a value offered here, in both languages. */
const names = {
  lang: ['lang:', 'langue:'],
  has: ['has:', 'avec:'],
  followers: ['followers:', 'abonnés:'],
  query: ['query:', 'requête:'],
}

function useKnown(): Completion[] {
  const { t } = useLingui()
  const queries = useQueries('14')
  return [
    { insert: t`AND`, meaning: t`both` },
    { insert: t`OR`, meaning: t`one or the other` },
    { insert: t`NOT`, meaning: t`without what follows` },
    { insert: 'NEAR/5', meaning: t`at most five words apart` },
    { insert: 'ONEAR/5', meaning: t`at most five words apart, in this order` },
    { insert: `${t`author`}:`, meaning: t`a name or a handle` },
    { insert: 'site:', meaning: t`a site and what is below it` },
    { insert: 'url:', meaning: t`a part of an address` },
    { insert: t`lang:fr`, names: names.lang, meaning: t`in French` },
    { insert: t`lang:en`, names: names.lang, meaning: t`in English` },
    { insert: 'source:', meaning: t`a network or one of your sources` },
    { insert: t`has:image`, names: names.has, meaning: t`with a picture` },
    { insert: t`has:link`, names: names.has, meaning: t`with a link` },
    {
      insert: t`followers:>`,
      names: names.followers,
      meaning: t`authors with more followers than`,
    },
    { insert: 'date:>', meaning: t`after a day, as 2026-11-26` },
    ...(queries.data ?? []).map(({ name, expression }) => ({
      insert: `${t`query`}:"${name.replace(/["“”„«»]/g, ' ')}"`,
      names: names.query,
      meaning: expression.slice(0, 60),
    })),
  ]
}
