import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { useState } from 'react'
import type { PhraseView } from '#domain/publishing/phrases/api.ts'
import { paletteScore } from '#web/shell/palette-score.ts'
import { QueryView, Skeleton, useToast } from '#web/ui/index.ts'
import { fill, wordsIn } from './fill.ts'
import { endingWith, tagsToAdd } from './hashtags.ts'
import { KIND_ICONS, useKindWords } from './kind-words.tsx'
import { usePhrases } from './queries.ts'
import { TemplateForm } from './template-form.tsx'
import type { Where } from './writing-place.ts'

interface InsertMenuProps {
  language: 'en' | 'fr'
  /** The text it would go into. */
  textThere: () => string
  insert: (words: string, where: Where) => void
}

/** A search among the phrases; a template then asks for its values. */
export default function InsertMenu({ language, textThere, insert }: InsertMenuProps) {
  const { t } = useLingui()
  const toast = useToast()
  const phrases = usePhrases()
  const [asking, ask] = useState<PhraseView | null>(null)
  const choose = (phrase: PhraseView) => {
    const words = wordsIn(phrase, language)
    if (phrase.kind === 'hashtags') {
      const text = textThere()
      const tags = tagsToAdd(text, words)
      if (tags.length === 0) toast({ text: t`The text has all of these hashtags already.` })
      insert(endingWith(text, tags), 'end')
    } else if (phrase.variables.length > 0) ask(phrase)
    else insert(words, 'caret')
  }
  if (asking) {
    return (
      <TemplateForm
        phrase={asking}
        language={language}
        back={() => ask(null)}
        insert={(values) =>
          insert(fill(wordsIn(asking, language), asking.variables, values, language), 'caret')
        }
      />
    )
  }
  return (
    <QueryView query={phrases} skeleton={<Skeleton rows={3} height={40} />}>
      {(all) =>
        all.length === 0 ? <NothingYet /> : <Search all={all} {...{ language, choose }} />
      }
    </QueryView>
  )
}

function NothingYet() {
  return (
    <p className="text-sm text-ink-2">
      <Trans>
        What you write again and again can be saved once:{' '}
        <Link to="/library/texts" className="underline underline-offset-2">
          hashtag sets, snippets, templates
        </Link>
        .
      </Trans>
    </p>
  )
}

interface SearchProps {
  all: PhraseView[]
  language: 'en' | 'fr'
  choose: (phrase: PhraseView) => void
}

/** The list follows the search; arrows and Enter choose while the search keeps the focus. */
function Search({ all, language, choose }: SearchProps) {
  const { t } = useLingui()
  const kinds = useKindWords()
  return (
    <Command label={t`Texts`} filter={score}>
      <Command.Input
        ref={takeFocus}
        placeholder={t`Search the texts`}
        className="h-8 w-full rounded-md border border-rule-strong bg-sheet px-2.5 pointer-coarse:h-11 pointer-coarse:text-lg"
      />
      <Command.List className="relative -mx-2 mt-2 max-h-72 overflow-auto">
        <Command.Empty className="px-2 py-2 text-sm text-ink-2">
          <Trans>Nothing matches that name.</Trans>
        </Command.Empty>
        {all.map((phrase) => (
          <Command.Item
            key={phrase.id}
            value={phrase.id}
            keywords={[phrase.name, wordsIn(phrase, language)]}
            onSelect={() => choose(phrase)}
            className="flex touch-row cursor-default items-start gap-2 rounded-md px-2 py-1.5 data-[selected=true]:bg-accent-soft"
          >
            <Line phrase={phrase} kind={kinds[phrase.kind].one} language={language} />
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  )
}

interface LineProps {
  phrase: PhraseView
  kind: string
  language: 'en' | 'fr'
}

function Line({ phrase, kind, language }: LineProps) {
  const Icon = KIND_ICONS[phrase.kind]
  return (
    <>
      <Icon size={16} strokeWidth={1.5} aria-hidden className="mt-0.5 shrink-0 text-ink-2" />
      <span className="min-w-0">
        <span className="block font-medium">
          {phrase.name}
          <span className="sr-only">, {kind}</span>
        </span>
        <span data-holes className="line-clamp-1 text-sm text-ink-2">
          {wordsIn(phrase, language)}
        </span>
      </span>
    </>
  )
}

/** The search is there to be typed in. */
const takeFocus = (input: HTMLInputElement | null) => input?.focus()

/** cmdk gives the keywords of a line as they were given to it: the name, then the words. */
const score = (_value: string, typed: string, [name = '', words = '']: string[] = []) =>
  paletteScore(name, words, typed)
