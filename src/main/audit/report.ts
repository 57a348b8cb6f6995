import type { CompanyVerdict, Head } from '#domain/governance/index.ts'
import { type Language, say, type Text } from '#platform/text.ts'

/** Heads noted earlier, by company; undefined when the command line cannot be understood. */
export function noted(args: readonly string[]): Map<string, Head> | undefined {
  const heads = new Map<string, Head>()
  for (let at = 0; at < args.length; at += 2) {
    const [, id, seq, hash] =
      /^([0-9a-f-]{36}):(\d+):([0-9a-f]{64})$/.exec(args[at + 1] ?? '') ?? []
    if (args[at] !== '--noted' || !id || !seq || !hash) return undefined
    heads.set(id, { seq: Number(seq), hash })
  }
  return heads
}

/** A few lines for a person: which chain holds, where one is broken, and the heads to note elsewhere. */
export function report(verdicts: readonly CompanyVerdict[], language: Language): string[] {
  if (verdicts.length === 0) return [say(nobody, language, {})]
  const lines = verdicts.map(({ name, intact, broken }) =>
    broken
      ? say(faults[broken.fault], language, { name, intact, seq: broken.seq, id: broken.id ?? '' })
      : say(whole, language, { name, intact }),
  )
  const heads = verdicts
    .filter(({ broken, head }) => broken === null && head.seq > 0)
    .map(({ companyId, head }) => `  --noted ${companyId}:${head.seq}:${head.hash}`)
  return heads.length > 0 ? [...lines, '', say(toNote, language, {}), ...heads] : lines
}

export const usage = (language: Language) => say(how, language, {})

const how: Text = {
  en: 'audit verify [--noted <company>:<number>:<hash>]: walks each company’s audit trail and names the first entry that does not hold.',
  fr: 'audit verify [--noted <entreprise>:<numéro>:<empreinte>] : parcourt le journal de chaque entreprise et nomme la première ligne qui ne tient pas.',
}

const nobody: Text = { en: 'No company yet.', fr: 'Aucune entreprise pour l’instant.' }

const whole: Text = {
  en: '{name}: whole, {intact} entries.',
  fr: '{name} : intact, {intact} lignes.',
}

const toNote: Text = {
  en: 'Note these on paper or on another machine. Given back at the next verification, they also show a trail that was written anew or shortened by somebody who can change the whole database:',
  fr: 'Notez ceci sur papier ou sur une autre machine. Rendu à la prochaine vérification, cela révèle aussi un journal réécrit ou raccourci par quelqu’un qui peut modifier toute la base :',
}

const faults: Record<NonNullable<CompanyVerdict['broken']>['fault'], Text> = {
  changed: {
    en: '{name}: BROKEN at entry {seq} (row {id}): it does not say what was written. The {intact} before it hold.',
    fr: '{name} : ROMPU à la ligne {seq} (enregistrement {id}) : elle ne dit pas ce qui a été écrit. Les {intact} précédentes tiennent.',
  },
  missing: {
    en: '{name}: BROKEN: entry {seq} is missing. The {intact} before it hold.',
    fr: '{name} : ROMPU : la ligne {seq} manque. Les {intact} précédentes tiennent.',
  },
  unlinked: {
    en: '{name}: BROKEN at entry {seq} (row {id}): it does not follow the one before it. Something was taken out, put in or moved. The {intact} before it hold.',
    fr: '{name} : ROMPU à la ligne {seq} (enregistrement {id}) : elle ne suit pas la précédente. Une ligne a été ôtée, ajoutée ou déplacée. Les {intact} précédentes tiennent.',
  },
  unsealed: {
    en: '{name}: BROKEN: row {id} was put in without a seal.',
    fr: '{name} : ROMPU : l’enregistrement {id} a été ajouté sans sceau.',
  },
  cut: {
    en: '{name}: BROKEN: the entries from {seq} on are missing.',
    fr: '{name} : ROMPU : les lignes à partir de {seq} manquent.',
  },
  'not-the-noted': {
    en: '{name}: BROKEN: the trail does not lead to the head that was noted. It was written anew or shortened (entry {seq}).',
    fr: '{name} : ROMPU : le journal ne mène pas à l’empreinte notée. Il a été réécrit ou raccourci (ligne {seq}).',
  },
}
