import { Trans, useLingui } from '@lingui/react/macro'

/** The language of queries in examples that can be taken as they are; the whole of it is in `docs/queries.md`. */
export function ExpressionExamples({ onPick }: { onPick: (expression: string) => void }) {
  const { t } = useLingui()
  const examples: [string, string][] = [
    [t`"atelier morel"`, t`these words, one after the other`],
    [t`table OR chair`, t`one or the other; operators are in capitals`],
    [t`(table OR chair) oak`, t`one of the two, and the word oak`],
    [t`morel -football`, t`the first without the second`],
    [t`carpent*`, t`any word that starts this way`],
    [t`#woodworking`, t`the hashtag only`],
    [t`oak NEAR/5 table`, t`at most five words apart`],
    ['{Lyre}', t`spelt exactly like this`],
    [t`table lang:fr -site:morel.example`, t`in French, and not on that site`],
  ]
  return (
    <details className="border-t border-rule pt-3">
      <summary className="min-h-6 font-medium">
        <Trans>How to write a query</Trans>
      </summary>
      <dl className="mt-2 grid grid-cols-1 gap-x-4 md:grid-cols-[auto_1fr]">
        {examples.map(([expression, meaning]) => (
          <div key={expression} className="contents">
            <dt>
              <button
                type="button"
                onClick={() => onPick(expression)}
                aria-label={t`Use the example ${expression}`}
                className="min-h-7 rounded-md px-1.5 -ml-1.5 text-left font-medium text-accent hover:bg-sunken pointer-coarse:min-h-11"
              >
                {expression}
              </button>
            </dt>
            <dd className="self-center text-ink-2 max-md:pb-2">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
