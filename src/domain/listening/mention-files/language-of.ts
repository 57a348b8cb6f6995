import { bareHeading } from '#platform/files/read-table.ts'

/** Languages whose names are known in English and in French: those that listening tools sort by. */
const CODES =
  'ar bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv th tr uk ur vi zh'.split(
    ' ',
  )

const byName = new Map(
  ['en', 'fr'].flatMap((spoken) => {
    const names = new Intl.DisplayNames([spoken], { type: 'language' })
    return CODES.map((code) => [bareHeading(names.of(code) ?? code), code] as const)
  }),
)

/** `fr-FR`, `French` and `français` as a BCP 47 tag; undefined for anything else, which is then read from the text. */
export function languageOf(written: string): string | undefined {
  const name = byName.get(bareHeading(written))
  if (name) return name
  if (!/^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(written.trim())) return undefined
  const [language = '', region] = written.trim().split(/[-_]/)
  return region ? `${language.toLowerCase()}-${region.toUpperCase()}` : language.toLowerCase()
}
