import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { PhraseKind, PhraseView } from '#domain/publishing/phrases/api.ts'
import { useText } from '#web/shell/index.ts'
import { Button, EmptyState, Menu, Page, QueryView, Skeleton } from '#web/ui/index.ts'
import { Shelves } from '../campaigns/shelves.tsx'
import { useMayWrite } from '../campaigns/use-may-write.ts'
import { KIND_ICONS, useKindWords } from './kind-words.tsx'
import { PhraseRow } from './phrase-row.tsx'
import { PhraseSheet } from './phrase-sheet.tsx'
import { KINDS, usePhrases } from './queries.ts'

/** What the company writes again and again, kept once: hashtag sets, snippets, templates. */
export default function PhrasesScreen() {
  const { t } = useLingui()
  const phrases = usePhrases()
  const mayWrite = useMayWrite()
  const [edited, edit] = useState<PhraseView | PhraseKind | null>(null)
  const count = phrases.data?.length ?? 0
  const add = mayWrite && <AddMenu onAdd={edit} />
  return (
    <Page
      title={t`Texts`}
      folio={count > 0 && <Plural value={count} one="# text at hand" other="# texts at hand" />}
      actions={count > 0 && add}
    >
      <Shelves />
      <QueryView query={phrases} skeleton={<Skeleton rows={5} height={64} />}>
        {(all) =>
          all.length === 0 ? (
            <NothingYet action={add} />
          ) : (
            KINDS.map((kind) => (
              <Kind
                key={kind}
                kind={kind}
                phrases={all.filter((one) => one.kind === kind)}
                onEdit={mayWrite ? edit : undefined}
              />
            ))
          )
        }
      </QueryView>
      {edited && <PhraseSheet edited={edited} close={() => edit(null)} />}
    </Page>
  )
}

function AddMenu({ onAdd }: { onAdd: (kind: PhraseKind) => void }) {
  const { t } = useLingui()
  const words = useKindWords()
  return (
    <Menu
      label={t`Add`}
      items={KINDS.map((kind) => ({
        label: words[kind].one,
        icon: KIND_ICONS[kind],
        onSelect: () => onAdd(kind),
      }))}
      trigger={
        <Button kind="solid" icon={Plus}>
          <Trans>Add a text</Trans>
        </Button>
      }
    />
  )
}

interface KindProps {
  kind: PhraseKind
  phrases: readonly PhraseView[]
  onEdit: ((phrase: PhraseView) => void) | undefined
}

function Kind({ kind, phrases, onEdit }: KindProps) {
  const words = useKindWords()[kind]
  if (phrases.length === 0) return null
  return (
    <section className="mt-8 first-of-type:mt-0">
      <h2 className="title-serif text-xl">{words.many}</h2>
      <p className="mb-2 text-sm text-ink-2">{words.means}</p>
      <ul className="border-t border-ink">
        {phrases.map((phrase) => (
          <PhraseRow key={phrase.id} phrase={phrase} onEdit={onEdit} />
        ))}
      </ul>
    </section>
  )
}

// Not through the macros: its braces are meant.
const EXAMPLE = {
  en: '{product} is back in the workshop: {price} €, from {date}.',
  fr: '{produit} est de retour à l’atelier : {prix} €, dès {date}.',
}

function NothingYet({ action }: { action: ReactNode }) {
  const { t } = useLingui()
  const say = useText()
  return (
    <EmptyState
      title={t`No saved text yet`}
      action={action}
      example={<p className="font-serif text-lg">{say(EXAMPLE)}</p>}
    >
      <Trans>
        Opening hours, a signature, every Friday’s hashtags, an announcement where only the product
        changes: save it once, insert it from the composer.
      </Trans>
    </EmptyState>
  )
}
