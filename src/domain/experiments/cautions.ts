import type { Text } from '#platform/text.ts'
import type { ExposureKind, Plan } from './model.ts'
import { percent } from './numbers.ts'
import { type CountedPost, isCounted, type ReadOut } from './read-out.ts'

export interface Caution {
  code: string
  text: Text
}

/** From this share on, one post carries a version by itself. */
const DOMINATES = 0.5
/** Posts of one version that differ this many times more than chance would have it. */
const UNEVEN = 2
const HOURS_APART = 3

/**
 * What a careful reader would object. Organic posts are not handed out at random, so a comparison
 * says what happened to these posts; what else differed between them is for people to weigh.
 * @param startedAt when the plan was made
 */
export function cautionsOf(
  plan: Plan,
  readOut: ReadOut,
  { startedAt, timeZone }: { startedAt: Date; timeZone: string },
): Caution[] {
  const a = readOut.a.filter(isCounted)
  const b = readOut.b.filter(isCounted)
  if (!readOut.comparison) return []
  return [
    plannedAfterwards([...a, ...b], startedAt),
    onePostEach(a, b),
    dominatingPost('A', a),
    dominatingPost('B', b),
    unevenPosts(readOut),
    otherChannels(a, b),
    otherHours(a, b, timeZone),
    otherExposure(plan.exposure, readOut.exposure),
  ].filter((caution) => caution !== undefined)
}

function plannedAfterwards(posts: CountedPost[], startedAt: Date): Caution | undefined {
  const known = posts.filter(({ publishedAt }) => publishedAt && publishedAt < startedAt).length
  if (known === 0) return undefined
  return {
    code: 'planned-afterwards',
    text: {
      en: `${known} of the ${posts.length} posts were out before the comparison was planned: had their figures been seen, the choice may follow them.`,
      fr: `${known} des ${posts.length} publications étaient parues avant que la comparaison soit prévue : si leurs chiffres étaient connus, le choix a pu en dépendre.`,
    },
  }
}

function onePostEach(a: CountedPost[], b: CountedPost[]): Caution | undefined {
  if (a.length > 1 || b.length > 1) return undefined
  return {
    code: 'one-post-each',
    text: {
      en: 'One post of each: this tells which of these two posts did better, not which way of writing does. Add posts to know.',
      fr: 'Une seule publication de chaque : on saura laquelle des deux a mieux marché, pas quelle façon d’écrire marche mieux. Ajoutez-en pour le savoir.',
    },
  }
}

function dominatingPost(arm: 'A' | 'B', posts: CountedPost[]): Caution | undefined {
  const total = posts.reduce((sum, { count }) => sum + count, 0)
  const share = Math.max(...posts.map(({ count }) => count)) / total
  if (posts.length < 3 || !(share > DOMINATES)) return undefined
  return {
    code: `dominating-post-${arm.toLowerCase()}`,
    text: {
      en: `One post alone brought ${percent(share, 'en')} of version ${arm}’s figure.`,
      fr: `Une publication à elle seule a apporté ${percent(share, 'fr')} du chiffre de la version ${arm}.`,
    },
  }
}

function unevenPosts({ comparison }: ReadOut): Caution | undefined {
  const estimate = comparison?.dispersion.estimate ?? 1
  if (estimate < UNEVEN) return undefined
  const times = (language: 'en' | 'fr') =>
    new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(estimate)
  return {
    code: 'uneven-posts',
    text: {
      en: `Posts of one version vary ${times('en')} times more than chance alone would have it. The interval allows for it; more posts will tell more than more clicks.`,
      fr: `Les publications d’une même version varient ${times('fr')} fois plus que le seul hasard. L’intervalle en tient compte ; davantage de publications en diront plus que davantage de clics.`,
    },
  }
}

function otherChannels(a: CountedPost[], b: CountedPost[]): Caution | undefined {
  const channels = (posts: CountedPost[]) =>
    [...new Set(posts.flatMap(({ channelIds }) => channelIds))].sort().join()
  if (channels(a) === channels(b)) return undefined
  return {
    code: 'other-channels',
    text: {
      en: 'The two versions did not go out from the same accounts: their audiences differ.',
      fr: 'Les deux versions ne sont pas parties par les mêmes comptes : leurs publics diffèrent.',
    },
  }
}

function otherHours(a: CountedPost[], b: CountedPost[], timeZone: string): Caution | undefined {
  const apart = Math.abs(middleHour(a, timeZone) - middleHour(b, timeZone))
  if (!(Math.min(apart, 24 - apart) > HOURS_APART)) return undefined
  return {
    code: 'other-hours',
    text: {
      en: 'The two versions went out at quite different times: the time may explain the difference.',
      fr: 'Les deux versions sont parties à des heures assez différentes : l’heure peut expliquer l’écart.',
    },
  }
}

function middleHour(posts: CountedPost[], timeZone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
  const hours = posts
    .flatMap(({ publishedAt }) => (publishedAt ? [Number(clock.format(publishedAt))] : []))
    .sort((x, y) => x - y)
  return hours[Math.floor(hours.length / 2)] ?? 0
}

function otherExposure(planned: ExposureKind, used: ExposureKind): Caution | undefined {
  if (planned === used) return undefined
  return {
    code: 'other-exposure',
    text: {
      en: `Not every post’s ${planned} could be known: figures are divided by ${used === 'posts' ? 'the number of posts' : 'followers'} instead.`,
      fr: `Le nombre ${planned === 'views' ? 'de vues' : 'd’abonnés'} n’est pas connu pour toutes les publications : les chiffres sont rapportés au nombre ${used === 'posts' ? 'de publications' : 'd’abonnés'}.`,
    },
  }
}
