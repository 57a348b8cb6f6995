import type { Text } from '#platform/text.ts'
import type { ExposureKind, FigureKind, Plan, PostFacts } from './model.ts'
import { percent } from './numbers.ts'
import type { ReadOut } from './read-out.ts'
import { figureWords } from './sentences.ts'

/** What the rule promises, and what becomes of the promise when one reads early or again. */
export function guaranteeOf({ certainty, plannedEvents, figure }: Plan): Text {
  const odds = Math.round(1 / (1 - certainty))
  const enough = (1 + certainty) / 2
  const count = (language: 'en' | 'fr') =>
    `${new Intl.NumberFormat(language).format(plannedEvents)} ${figureWords[figure].many[language]}`
  return {
    en: `Nothing is decided before ${count('en')}; then a version is chosen when its probability to be better passes ${percent(enough, 'en', 1)}. Read once at that point, two versions worth the same would be told apart wrongly about once in ${odds}. Looking earlier changes nothing; reading again and again afterwards raises that risk.`,
    fr: `Rien n’est tranché avant ${count('fr')} ; ensuite, une version est retenue quand sa probabilité d’être la meilleure dépasse ${percent(enough, 'fr', 1)}. Lue une fois à ce moment, la règle départagerait à tort deux versions équivalentes environ une fois sur ${odds}. Regarder avant ne change rien ; relire encore et encore ensuite augmente ce risque.`,
  }
}

/** Where the figures come from, what they are divided by, how they are compared. */
export function provenanceOf(plan: Plan, readOut: ReadOut) {
  return {
    source: sources[plan.figure](windowWords(plan.windowHours)),
    denominator: denominators[readOut.exposure],
    method: methods[readOut.comparison?.model ?? 'rate'],
    gaps: gapsOf([...readOut.a, ...readOut.b]),
  }
}

const sources: Record<FigureKind, (during: Text) => Text> = {
  clicks: (during) => ({
    en: `Clicks by people on the desk’s short links during ${during.en} of each post; previews, robots and repeats are left out.`,
    fr: `Clics humains sur les liens courts du poste pendant ${during.fr} de chaque publication ; aperçus, robots et répétitions sont écartés.`,
  }),
  engagement: (during) => ({
    en: `Likes, reposts and replies that the networks had told at the end of ${during.en} of each post.`,
    fr: `Mentions J’aime, partages et réponses relevés sur les réseaux à la fin de ${during.fr.replace('les ', 'des ')} de chaque publication.`,
  }),
}

const denominators: Record<ExposureKind, Text> = {
  views: {
    en: 'Divided by the views the networks reported.',
    fr: 'Divisé par le nombre de vues indiqué par les réseaux.',
  },
  followers: {
    en: 'Divided by the accounts’ followers when each post went out.',
    fr: 'Divisé par le nombre d’abonnés des comptes au départ de chaque publication.',
  },
  posts: {
    en: 'Divided by the number of posts: every post is assumed to have been shown equally.',
    fr: 'Divisé par le nombre de publications : chacune est supposée avoir été autant montrée qu’une autre.',
  },
}

const methods = {
  rate: {
    en: 'Counts per exposure (gamma–Poisson, Jeffreys prior), widened by how much posts of one version differ among themselves; computed exactly, without random draws.',
    fr: 'Nombres rapportés à l’exposition (gamma-Poisson, loi a priori de Jeffreys), élargis selon l’écart entre publications d’une même version ; calcul exact, sans tirage au hasard.',
  },
  proportion: {
    en: 'Clicks out of views (beta–binomial, Jeffreys prior), widened by how much posts of one version differ among themselves; computed exactly, without random draws.',
    fr: 'Clics sur vues (bêta-binomiale, loi a priori de Jeffreys), élargis selon l’écart entre publications d’une même version ; calcul exact, sans tirage au hasard.',
  },
} satisfies Record<string, Text>

function windowWords(hours: number): Text {
  const days = hours / 24
  if (hours === 1) return { en: 'the first hour', fr: 'la première heure' }
  if (hours === 24) return { en: 'the first 24 hours', fr: 'les premières 24 heures' }
  return Number.isInteger(days)
    ? { en: `the first ${days} days`, fr: `les ${days} premiers jours` }
    : { en: `the first ${hours} hours`, fr: `les ${hours} premières heures` }
}

const gapWords = {
  counting: {
    en: (n: number) => `${n} ${n > 1 ? 'posts are' : 'post is'} still being counted.`,
    fr: (n: number) =>
      `${n} ${n > 1 ? 'publications sont' : 'publication est'} en cours de comptage.`,
  },
  waiting: {
    en: (n: number) => `${n} ${n > 1 ? 'posts have' : 'post has'} not left yet.`,
    fr: (n: number) =>
      `${n} ${n > 1 ? 'publications ne sont pas encore parties' : 'publication n’est pas encore partie'}.`,
  },
  missing: {
    en: (n: number) => `${n} ${n > 1 ? 'posts were' : 'post was'} cancelled or refused.`,
    fr: (n: number) =>
      `${n} ${n > 1 ? 'publications ont été annulées ou refusées' : 'publication a été annulée ou refusée'}.`,
  },
  'no-link': {
    en: (n: number) =>
      `${n} ${n > 1 ? 'posts left' : 'post left'} without a link of the desk’s: clicks unknown.`,
    fr: (n: number) =>
      `${n} ${n > 1 ? 'publications sont parties' : 'publication est partie'} sans lien du poste : clics inconnus.`,
  },
  unread: {
    en: (n: number) => `${n} ${n > 1 ? 'posts were' : 'post was'} not read back in time.`,
    fr: (n: number) =>
      `${n} ${n > 1 ? 'publications n’ont pas été relevées' : 'publication n’a pas été relevée'} à temps.`,
  },
} as const

function gapsOf(posts: readonly PostFacts[]): Text[] {
  return (Object.keys(gapWords) as (keyof typeof gapWords)[])
    .map((state) => ({ state, n: posts.filter((post) => post.state === state).length }))
    .filter(({ n }) => n > 0)
    .map(({ state, n }) => ({ en: gapWords[state].en(n), fr: gapWords[state].fr(n) }))
}
