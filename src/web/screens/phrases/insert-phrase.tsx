import { Trans, useLingui } from '@lingui/react/macro'
import { TextCursorInput } from 'lucide-react'
import { lazy, type RefObject, Suspense, useRef, useState } from 'react'
import { useCompany } from '#web/api/index.ts'
import { useShortcuts } from '#web/shell/index.ts'
import { Button } from '#web/ui/index.ts'
import { useWritingPlace } from './writing-place.ts'

const PopoverBox = lazy(() => import('#web/ui/popover-box.tsx'))
const InsertMenu = lazy(() => import('./insert-menu.tsx'))

interface InsertPhraseProps {
  language: 'en' | 'fr' | null
  /** Where it goes when no other text had the cursor. */
  main: RefObject<HTMLTextAreaElement | null>
}

/** What is written again and again, put where one writes. Mod+J opens it: no network and no text needs that key. */
export default function InsertPhrase({ language, main }: InsertPhraseProps) {
  const { t } = useLingui()
  const company = useCompany()
  const button = useRef<HTMLButtonElement>(null)
  const [anchor, open] = useState<HTMLElement | null>(null)
  const place = useWritingPlace(main)
  useShortcuts([
    {
      keys: '$mod+j',
      label: t`Insert a template, a snippet or hashtags`,
      run: (event) => {
        event.preventDefault()
        open(button.current)
      },
    },
  ])
  return (
    <>
      <Button
        ref={button}
        kind="quiet"
        size="sm"
        icon={TextCursorInput}
        shortcut="Mod+J"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        className="-ml-2 self-start text-ink-2 pointer-coarse:[&>kbd]:hidden"
        onClick={() => open((now) => (now ? null : button.current))}
      >
        <Trans>Insert…</Trans>
      </Button>
      {anchor && (
        <Suspense>
          <PopoverBox anchor={anchor} label={t`Insert`} onClose={() => open(null)}>
            <Suspense>
              <InsertMenu
                language={language ?? company.language}
                textThere={place.text}
                insert={(words, where) => {
                  open(null)
                  place.put(words, where)
                }}
              />
            </Suspense>
          </PopoverBox>
        </Suspense>
      )}
    </>
  )
}
