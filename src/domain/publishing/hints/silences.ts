import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Language, Text } from '#platform/text.ts'
import type { PublishingTables } from '../tables.ts'
import type { HintKindView } from './api.ts'
import { HINT_KINDS, type HintKind } from './hint.ts'

/** What a company never wants to hear again. */
export async function silencedKinds(db: Executor, companyId: string): Promise<Set<string>> {
  const rows = await silencesOf(db, companyId)
  return new Set(rows.map(({ kind }) => kind))
}

/** Every kind of hint, with who silenced it. */
export async function hintKinds(
  db: Executor,
  companyId: string,
  language: Language,
): Promise<HintKindView[]> {
  const rows = await silencesOf(db, companyId)
  return HINT_KINDS.map((kind) => {
    const silence = rows.find((row) => row.kind === kind)
    return {
      kind,
      name: NAMES[kind][language],
      silencedBy: silence?.by ?? null,
      silencedAt: silence?.at.toISOString() ?? null,
    }
  })
}

/** Silences a kind of hint for a company, or lets it speak again. The same again changes nothing. */
export async function silenceHint(
  desk: Desk,
  { companyId, id, name }: { companyId: string; id: string; name: string },
  kind: HintKind,
  silenced: boolean,
): Promise<void> {
  const at = desk.clock.now()
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const changed = silenced
        ? await trx
            .insertInto('hintSilences')
            .values({ companyId, kind, by: name, at })
            .onConflict((c) => c.columns(['companyId', 'kind']).doNothing())
            .returning('kind')
            .execute()
        : await trx
            .deleteFrom('hintSilences')
            .where('companyId', '=', companyId)
            .where('kind', '=', kind)
            .returning('kind')
            .execute()
      if (changed.length === 0) return
      const action = silenced ? 'hint.silenced' : 'hint.heard'
      await audit(trx, { companyId, at, actor: id, action, subject: `hint:${kind}` })
    })
}

const silencesOf = (db: Executor, companyId: string) =>
  tablesOf<PublishingTables>(db)
    .selectFrom('hintSilences')
    .select(['kind', 'by', 'at'])
    .where('companyId', '=', companyId)
    .execute()

const NAMES: Record<HintKind, Text> = {
  'link-alone': { en: 'A link alone', fr: 'Un lien seul' },
  'first-line': { en: 'A long first line', fr: 'Une première ligne longue' },
  'about-us': { en: 'All about us', fr: 'Ne parler que de soi' },
  readability: { en: 'Hard to read', fr: 'Difficile à lire' },
  invitation: { en: 'Nothing to answer', fr: 'Aucune invitation à répondre' },
  capitals: { en: 'Words in capitals', fr: 'Des mots en capitales' },
  'hashtag-words': { en: 'Hashtags without capitals', fr: 'Des hashtags sans capitales' },
  emoji: { en: 'Many emoji', fr: 'Beaucoup d’émojis' },
  'link-first': { en: 'The link first', fr: 'Le lien au début' },
  'hashtag-count': { en: 'Many hashtags', fr: 'Beaucoup de hashtags' },
}
