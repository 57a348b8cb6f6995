import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useRef } from 'react'
import { speak } from '#web/shell/locale.ts'
import { cx } from '#web/ui/cx.ts'

interface ThresholdProps {
  title: string
  lead: ReactNode
  /** The steps of the first visit, and the one under way. */
  steps?: { names: readonly string[]; current: number }
  children: ReactNode
}

/** The page before the desk: the name, where one is, and one form. */
export function Threshold({ title, lead, steps, children }: ThresholdProps) {
  const { i18n } = useLingui()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Vigie`
    // The next step begins at its title, for those who hear the page as for those who tab through it.
    heading.current?.focus()
  }, [title])
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[minmax(280px,2fr)_3fr]">
      <header className="flex flex-col gap-6 border-b border-rule bg-sunken px-5 py-5 md:border-r md:border-b-0 md:px-10 md:py-10">
        <div className="flex items-baseline justify-between">
          <p className="title-serif text-2xl">Vigie</p>
          <button
            type="button"
            lang={i18n.locale === 'fr' ? 'en' : 'fr'}
            className="min-h-6 text-ink-2 underline decoration-rule-strong underline-offset-4 hover:text-ink pointer-coarse:min-h-11"
            onClick={() => void speak(i18n.locale === 'fr' ? 'en' : 'fr')}
          >
            {i18n.locale === 'fr' ? 'English' : 'Français'}
          </button>
        </div>
        <p className="title-serif hidden max-w-80 text-2xl text-ink-2 md:mt-[14vh] md:block">
          <Trans>Publish, listen, answer, measure: one desk, on your own machine.</Trans>
        </p>
        {steps && <Steps {...steps} />}
      </header>
      <main className="px-5 py-8 md:px-16 md:pt-[14vh] md:pb-16">
        <div className="max-w-md">
          <h1 ref={heading} tabIndex={-1} className="title-serif text-3xl outline-none">
            {title}
          </h1>
          <div className="mt-2 mb-6 text-lg text-ink-2">{lead}</div>
          {children}
        </div>
      </main>
    </div>
  )
}

function Steps({ names, current }: { names: readonly string[]; current: number }) {
  return (
    <ol className="flex gap-x-5 md:block md:border-t md:border-ink">
      {names.map((name, index) => (
        <li
          key={name}
          aria-current={index === current ? 'step' : undefined}
          className={cx(
            'flex items-baseline gap-2 md:gap-4 md:border-b md:border-rule md:py-2',
            index === current ? 'font-semibold' : 'text-ink-3',
          )}
        >
          <span className="w-3 font-serif">{index < current ? '✓' : index + 1}</span>
          <span className={index === current ? '' : 'max-md:sr-only'}>{name}</span>
        </li>
      ))}
    </ol>
  )
}
