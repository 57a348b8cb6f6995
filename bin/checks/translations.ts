import { pathToFileURL } from 'node:url'
import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { frenchFaults } from './french-typography.ts'

type Catalog = Awaited<ReturnType<typeof getCatalogs>>[number]

/**
 * Reads every catalog against its sources: a sentence not extracted, not translated, translated in two
 * ways, or badly set in French is a finding. Nothing is written.
 * @param folders only these ('src/web/screens/inbox'), else all
 * @returns one line per finding; empty when both languages are complete
 */
export async function checkTranslations(folders: readonly string[] = []): Promise<string[]> {
  const all = await getCatalogs(getConfig())
  const catalogs = all.filter(({ path }) =>
    folders.length === 0
      ? true
      : folders.some((folder) => path.includes(folder.replace(/\/$/, ''))),
  )
  const findings = await Promise.all(catalogs.map(findingsOf))
  return [...findings.flat(), ...(await twofold(all))]
}

async function findingsOf(catalog: Catalog): Promise<string[]> {
  const place = placeOf(catalog)
  const [wanted, french, english] = await Promise.all([
    // `collect` answers undefined when a source cannot be read as code.
    catalog.collect(),
    catalog.read('fr'),
    catalog.read('en'),
  ])
  if (!wanted) return [`${place}: the sources could not be read`]
  return Object.entries(wanted).flatMap(([id, { message }]) => {
    const said = `${place}: “${message ?? id}”`
    if (!english?.[id] || !french?.[id]) return [`${said} is not in the catalogs; extract it`]
    const translation = french[id].translation ?? ''
    if (translation === '') return [`${said} has no French`]
    return frenchFaults(translation).map((fault) => `${said} → “${translation}”: ${fault}`)
  })
}

/** All catalogs share one table in the browser: one id must mean one sentence. */
async function twofold(catalogs: readonly Catalog[]): Promise<string[]> {
  const seen = new Map<string, { translation: string; place: string }>()
  const findings: string[] = []
  for (const catalog of catalogs) {
    for (const [id, { translation, message }] of Object.entries((await catalog.read('fr')) ?? {})) {
      if (!translation) continue
      const before = seen.get(id)
      const place = placeOf(catalog)
      if (before && before.translation !== translation) {
        findings.push(
          `“${message ?? id}” is “${before.translation}” in ${before.place} and “${translation}” in ${place}; give one a context`,
        )
      }
      if (!before) seen.set(id, { translation, place })
    }
  }
  return findings
}

function placeOf(catalog: Catalog): string {
  return catalog.path.replace(/^.*?(?=src\/)/, '').replace('/locales/{locale}', '')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const findings = await checkTranslations(process.argv.slice(2))
  for (const finding of findings) console.error(finding)
  console.log(
    findings.length === 0
      ? 'Translations: complete in both languages.'
      : `Translations: ${findings.length} to mend.`,
  )
  process.exitCode = findings.length === 0 ? 0 : 1
}
