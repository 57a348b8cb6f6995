import { useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { MentionView } from '#domain/listening/api.ts'
import type { Intent, Risk, Want } from '#domain/listening/signals/names.ts'
import { useMay } from '#web/api/index.ts'
import { useUrlState } from '#web/shell/url-state.ts'
import { cx, Menu, type MenuEntry } from '#web/ui/index.ts'
import { type Correction, useCorrect } from './mention-actions.ts'
import { useSignalWords } from './signal-words.ts'

type Signals = NonNullable<MentionView['signals']>

interface MentionSignalsProps {
  mention: MentionView
  signals: Signals
  /** What else is said of it, on the same line. */
  children?: ReactNode
}

/** What the desk read in a mention, and why: the words that decided. It can be corrected at once. */
export function MentionSignals({ mention, signals, children }: MentionSignalsProps) {
  const words = useSignalWords()
  const why = decidingWords(signals)
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5 pt-0.5 text-xs text-ink-2">
      <Opinion mention={mention} signals={signals} />
      {signals.risks.map((risk) => (
        <span key={risk} className="font-semibold text-bad">
          {words.risks[risk]}
        </span>
      ))}
      {signals.intents.map((intent) => (
        <span key={intent}>{words.intents[intent]}</span>
      ))}
      {why.length > 0 && (
        <span className="min-w-0 truncate text-ink-3 max-md:hidden">
          {why.map((word) => words.quoted(word)).join(' ')}
        </span>
      )}
      {children}
    </div>
  )
}

/** The opinion, and the menu that corrects whatever was read. */
function Opinion({ mention, signals }: { mention: MentionView; signals: Signals }) {
  const { t } = useLingui()
  const { sentiments } = useSignalWords()
  const { sentiment, byPerson, confidence } = signals
  const items = useCorrections(mention, signals)
  const may = useMay('listening:write')
  const percent = Math.round(confidence * 100)
  if (!may)
    return <span className={cx('font-medium', tones[sentiment])}>{sentiments[sentiment]}</span>
  return (
    <Menu
      items={items}
      label={t`Correct what was read`}
      align="start"
      trigger={
        <button
          type="button"
          title={byPerson ? t`Set by a person` : t`${percent}% sure`}
          className={cx(
            'flex items-center gap-0.5 rounded-sm font-medium hover:bg-sunken min-h-6 pointer-coarse:min-h-11',
            tones[sentiment],
          )}
        >
          {sentiments[sentiment]}
          <ChevronDown size={12} strokeWidth={1.5} aria-hidden />
        </button>
      }
    />
  )
}

function useCorrections(mention: MentionView, signals: Signals): MenuEntry[] {
  const { t } = useLingui()
  const words = useSignalWords()
  const correct = useCorrect()
  const [folded] = useUrlState('fold', 'yes')
  const say = (correction: Correction) => void correct(mention.id, correction, folded !== 'no')
  const { sentiment, byPerson, wantsByPerson } = signals
  const had: Want[] = [...signals.intents, ...signals.risks]
  const toggle = (want: Want, label: string) => ({
    label,
    checked: had.includes(want),
    onSelect: () =>
      say({ wants: had.includes(want) ? had.filter((one) => one !== want) : [...had, want] }),
  })
  const given = {
    ...(byPerson ? { sentiment: null } : {}),
    ...(wantsByPerson ? { wants: null } : {}),
  }
  return [
    { heading: t`What is the opinion?` },
    ...(['negative', 'neutral', 'positive'] as const).map((value) => ({
      label: words.sentiments[value],
      checked: byPerson && sentiment === value,
      onSelect: () => say({ sentiment: value }),
    })),
    { heading: t`What do they want?` },
    ...(Object.keys(words.intents) as Intent[]).map((one) => toggle(one, words.intents[one])),
    { heading: t`What is at risk?` },
    ...(Object.keys(words.risks) as Risk[]).map((one) => toggle(one, words.risks[one])),
    ...(byPerson || wantsByPerson
      ? (['rule', { label: t`As Vigie read it`, onSelect: () => say(given) }] as const)
      : []),
  ]
}

const tones = {
  negative: 'text-bad',
  neutral: 'text-ink-2',
  positive: 'text-good',
  unsure: 'text-ink-2',
} as const

/** Of risks first, then intents, then an opinion that is one; none inside another, four at most. */
function decidingWords({ risks, intents, sentiment, words }: Signals): string[] {
  const felt = sentiment === 'positive' || sentiment === 'negative' ? ['sentiment'] : []
  const ordered = [...risks, ...intents, ...felt].flatMap((signal) => words[signal] ?? [])
  return ordered
    .filter((word, i) => !ordered.slice(0, i).some((before) => before.includes(word)))
    .slice(0, 4)
}
