import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { LearningView } from '#domain/listening/learning/api.ts'
import { languageName } from './language-name.ts'
import { useLearning } from './queries.ts'

type Language = LearningView['languages'][number]

/** What corrections of opinions have taught, and what that is worth; nothing as long as nobody corrected any. */
export function LearntOpinions() {
  const learning = useLearning()
  if (!learning.data || learning.data.languages.length === 0) return null
  const { languages, needed } = learning.data
  return (
    <section aria-labelledby="learnt-opinions">
      <h2 id="learnt-opinions" className="title-serif pt-4 pb-1 text-xl text-ink">
        <Trans>Your corrections</Trans>
      </h2>
      <ul className="border-t border-ink">
        {languages.map((one) => (
          <li key={one.language} className="space-y-0.5 border-b border-rule py-3 text-xs">
            <p className="font-medium text-ink">
              <Name {...one} />
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

function TooFew({ needed }: { needed: number }) {
  return (
    <p>
      <Trans>
        From {needed} on, Vigie learns from them how you read opinions. A post and its copies count
        once.
      </Trans>
    </p>
  )
}

/** Each fifth of the corrections was read by what the others taught. */
function Tried({ corrected, followed, left, kept, used }: Language) {
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
