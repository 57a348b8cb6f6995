import type { Text } from '#platform/text.ts'

/** @returns why a source could not be read just now, by the detail of its failure, and that it is tried on */
export function silenceOf(name: string, detail: string): Text {
  const line = detail.split('\n', 1)[0] ?? ''
  const why = KNOWN.find(([shape]) => shape.test(line))?.[1](name, line) ?? noAnswer(name, line)
  return {
    en: `${why.en}. We keep trying, less and less often.`,
    fr: `${why.fr}. Nous réessayons, de moins en moins souvent.`,
  }
}

type Why = (name: string, line: string) => Text

/** As `FetchFailure` begins, and as an answer of HTTP does. */
const KNOWN: readonly (readonly [RegExp, Why])[] = [
  [
    /^timeout:/,
    (name) => ({
      en: `${name} takes too long to respond`,
      fr: `${name} met trop de temps à répondre`,
    }),
  ],
  [
    /^dns:/,
    (name) => ({
      en: `${name} cannot be found: the name of its site leads nowhere`,
      fr: `${name} est introuvable : le nom de son site ne mène nulle part`,
    }),
  ],
  [
    /^tls:/,
    (name) => ({
      en: `No secure connection to ${name}: its certificate may have expired`,
      fr: `Pas de connexion sécurisée avec ${name} : son certificat a peut-être expiré`,
    }),
  ],
  [
    /^redirects:/,
    (name) => ({
      en: `${name} sends us from one address to the next without end`,
      fr: `${name} nous renvoie d’une adresse à l’autre sans fin`,
    }),
  ],
  [
    /^too-large:/,
    (name) => ({
      en: `${name} sends more at once than Vigie reads`,
      fr: `${name} envoie d’un coup plus que Vigie n’en lit`,
    }),
  ],
  [
    /^(?:408|5\d\d)\b/,
    (name, line) => ({
      en: `${name} responds with an error of its own (${short(line)})`,
      fr: `${name} répond par une erreur de son côté (${short(line)})`,
    }),
  ],
  [
    /^(?:unreadable answer|$)/,
    (name) => ({
      en: `What ${name} sends today cannot be read`,
      fr: `Ce que ${name} répond aujourd’hui est illisible`,
    }),
  ],
]

const noAnswer: Why = (name, line) => ({
  en: `${name} is not responding (${short(line)})`,
  fr: `${name} ne répond pas (${short(line)})`,
})

const short = (line: string) => (line.length > 120 ? `${line.slice(0, 119)}…` : line)
