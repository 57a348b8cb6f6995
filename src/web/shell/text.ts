import { useLingui } from '@lingui/react'
import { useCallback } from 'react'

/** A sentence given in both languages as data: manifests, screen names, server sentences. */
export interface Text {
  en: string
  fr: string
}

/** Reads a Text in the reader's language. */
export function useText(): (text: Text) => string {
  const { i18n } = useLingui()
  const locale = i18n.locale
  return useCallback((text: Text) => (locale === 'fr' ? text.fr : text.en), [locale])
}
