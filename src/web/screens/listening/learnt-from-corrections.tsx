import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { LearningView } from '#domain/listening/learning/api.ts'
import { languageName } from './language-name.ts'
import { LearningSwitch } from './learning-switch.tsx'
import { useLearning } from './queries.ts'
import { useSignalWords } from './signal-words.ts'

type Language = LearningView['languages'][number]
type Signal = LearningView['wants'][number]

/** Whether corrections are learnt from, what they have taught, and what that is worth. */
export function LearntFromCorrections() {
  const learning = useLearning()
  if (!learning.data) return null
  const { on, rereading, languages, wants, needed } = learning.data
  return (
    <section aria-labelledby="learnt-from-corrections">
      <h2 id="learnt-from-corrections" className="title-serif pt-4 pb-1 text-xl text-ink">
        <Trans>Your corrections</Trans>
      </h2>
      <LearningSwitch on={on} />
      {rereading && (
        <p className="pb-3 text-xs">
          <Trans>The mentions of the last 30 days are being read anew.</Trans>
        </p>
      )}
      <ul className="border-t border-rule">
        {languages.map((one) => (
          <li key={one.language} className="space-y-0.5 border-b border-rule py-3 text-xs">
            <p className="font-medium text-ink">
              <Name {...one} />
            </p>
            {one.corrected < needed ? <TooFew needed={needed} /> : <Tried {...one} />}
          </li>
        ))}
        {wants.map((one) => (
          <li key={one.signal} className="space-y-0.5 border-b border-rule py-3 text-xs">
            <p className="font-medium text-ink">
              <SignalName {...one} />
            </p>
            {one.corrected < needed ? <TooFew needed={needed} /> : <Tried {...one} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Name({ language, corrected }: Language) {
  const { i18n } = useLingui()
  const name = languageName(language, i18n.locale)
  return (
    <Plural
      value={corrected}
      one={`${name}: # opinion corrected`}
      other={`${name}: # opinions corrected`}
    />
  )
}

function SignalName({ signal, corrected }: Signal) {
  const { intents, risks } = useSignalWords()
  const name = { ...intents, ...risks }[signal]
  return <Plural value={corrected} one={`${name}: # correction`} other={`${name}: # corrections`} />
}

function TooFew({ needed }: { needed: number }) {
  return (
    <p>
      <Trans>
        From {needed} on, Vigie learns from them how you read. A post and its copies count once.
      </Trans>
    </p>
  )
}

/** Each fifth of the corrections was read by what the others taught. */
function Tried({ corrected, followed, left, kept, used }: Language | Signal) {
  if (!used)
    return (
      <p>
        <Trans>What they teach would not read other mentions better, so it is not used.</Trans>
      </p>
    )
  return (
    <>
      <p>
        <Trans>
          New mentions are read with what they teach. Tried on corrections it had not seen, it reads{' '}
          {followed} of {corrected} as you do.
        </Trans>
      </p>
      {left > 0 && (
        <p>
          <Trans>
            Of {left} mentions you saw and left as they were, {kept} are read the same.
          </Trans>
        </p>
      )}
    </>
  )
}
