import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useCompany } from '#web/api/index.ts'
import {
  Button,
  Segmented,
  Select,
  TextArea,
  TextInput,
  useFormat,
  useProblemWords,
} from '#web/ui/index.ts'
import { useTimes } from './queries.ts'
import { EVERY, type Every, FIRST_REPEAT, type Repeat, ruleOf } from './repeat.ts'
import { useRepeatWords } from './use-repeat-words.ts'

export interface RepeatProps {
  repeat: Repeat | null
  setRepeat: (repeat: Repeat | null) => void
  /** `2026-11-24` and `09:30`, or ''. */
  date: string
  time: string
}

/** How often, until when, in which words; and which days that gives. */
export default function RepeatForm({ repeat, setRepeat, date, time }: RepeatProps) {
  const { t } = useLingui()
  const words = useRepeatWords()
  const chosen = repeat ?? FIRST_REPEAT
  const set = (changes: Partial<Repeat>) => setRepeat({ ...chosen, ...changes })
  const said = (every: Every) => words(ruleOf({ ...FIRST_REPEAT, every }, date) ?? '')
  return (
    <div className="w-80 max-w-full space-y-4 p-1">
      <Select
        aria-label={t`How often`}
        value={repeat ? repeat.every : ''}
        onValue={(every) => (every === '' ? setRepeat(null) : set({ every: every as Every }))}
        options={[
          { value: '', label: t`Never` },
          ...EVERY.map((every) => ({ value: every, label: capital(said(every)) })),
        ]}
      />
      {repeat && (
        <>
          <End repeat={repeat} set={set} date={date} />
          <Wordings repeat={repeat} set={set} />
          <Times repeat={repeat} date={date} time={time} />
        </>
      )}
    </div>
  )
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)

interface PartProps {
  repeat: Repeat
  set: (changes: Partial<Repeat>) => void
}

function End({ repeat, set, date }: PartProps & { date: string }) {
  const { t } = useLingui()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segmented
        label={t`It ends`}
        value={repeat.end}
        onValue={(end) => set({ end })}
        options={[
          { value: 'count', label: t({ message: 'After', context: 'some times' }) },
          { value: 'until', label: t({ message: 'On', context: 'a day' }) },
        ]}
      />
      {repeat.end === 'count' ? (
        <>
          <TextInput
            type="number"
            aria-label={t`How many times`}
            className="w-20!"
            min={2}
            max={200}
            value={repeat.count || ''}
            onChange={(event) => set({ count: Number(event.target.value) })}
          />
          <Trans>times</Trans>
        </>
      ) : (
        <TextInput
          type="date"
          aria-label={t`Last day`}
          className="w-auto!"
          min={date}
          value={repeat.until}
          onChange={(event) => set({ until: event.target.value })}
        />
      )}
    </div>
  )
}

/** Networks hide what says the same thing again: other words may take turns. */
function Wordings({ repeat, set }: PartProps) {
  const { t } = useLingui()
  const change = (at: number, text: string) =>
    set({ texts: repeat.texts.map((one, i) => (i === at ? text : one)) })
  return (
    <div className="space-y-2">
      {repeat.texts.map((text, i) => {
        const n = i + 2
        return (
          <TextArea
            // Wordings have no name but their place.
            key={i}
            autosize
            aria-label={t`Wording ${n}`}
            value={text}
            onChange={(event) => change(i, event.target.value)}
          />
        )
      })}
      <Button kind="quiet" size="sm" onClick={() => set({ texts: [...repeat.texts, ''] })}>
        <Trans>Add another wording</Trans>
      </Button>
      <p className="text-xs text-ink-3">
        <Trans>Wordings rotate, so that nobody reads the same words every time.</Trans>
      </p>
    </div>
  )
}

function Times({ repeat, date, time }: { repeat: Repeat; date: string; time: string }) {
  const f = useFormat()
  const problemWords = useProblemWords()
  const { timeZone } = useCompany()
  const rule = ruleOf(repeat, date)
  const series = rule && time ? { rule, wallTime: `${date}T${time}`, timeZone } : null
  const times = useTimes(series)
  if (!series) return null
  if (times.isError) return <p className="text-sm text-bad">{problemWords(times.error).detail}</p>
  if (!times.data) return <p className="h-10" />
  const { count, times: all } = times.data
  const shown = all.slice(0, 3).map(({ wallTime }) => f.day(wallTime))
  const end = all.at(-1)
  const last = end ? f.date(end.at) : ''
  return (
    <p className="text-sm text-ink-2" aria-live="polite">
      {shown.join(', ')}
      {count > shown.length && '…'} ·{' '}
      <Plural value={count} one="once" other={<Trans># times, the last on {last}</Trans>} />
    </p>
  )
}
