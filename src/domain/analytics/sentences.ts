import type { Text } from '#platform/text.ts'

/** What the results page says of its own figures. */
export const labels = {
  posts: { en: 'Posts published', fr: 'Publications parues' },
  engagement: { en: 'Engagement', fr: 'Engagement' },
  'engagement-rate': { en: 'Engagement per follower', fr: 'Engagement par abonné' },
  followers: { en: 'Followers', fr: 'Abonnés' },
  clicks: { en: 'Clicks by people', fr: 'Clics humains' },
  'check-ins': { en: 'Check-ins', fr: 'Passages enregistrés' },
} satisfies Record<string, Text>

export const curveLabel: Text = { en: 'Engagement by day', fr: 'Engagement par jour' }

export const sources = {
  posts: {
    en: 'Deliveries that the networks accepted, one per account.',
    fr: 'Envois acceptés par les réseaux, un par compte.',
  },
  engagement: {
    en: 'Likes, reposts, replies, quotes and bookmarks gained in the period, read from the networks. A post is followed for {days} days.',
    fr: 'Mentions J’aime, partages, réponses, citations et signets gagnés sur la période, relevés sur les réseaux. Une publication est suivie {days} jours.',
  },
  'engagement-rate': {
    en: 'Engagement in the period divided by followers at its end.',
    fr: 'Engagement de la période divisé par le nombre d’abonnés à la fin.',
  },
  followers: {
    en: 'Followers as last reported by the networks, at the end of the period.',
    fr: 'Abonnés selon le dernier relevé des réseaux, à la fin de la période.',
  },
  clicks: {
    en: 'Clicks on Vigie’s short links judged human; previews, robots and repeats are kept apart.',
    fr: 'Clics sur les liens courts du poste jugés humains ; aperçus, robots et répétitions sont mis à part.',
  },
  'check-ins': {
    en: 'People who checked in at your places, counted by hand day by day.',
    fr: 'Personnes ayant enregistré leur passage dans vos lieux, comptées à la main jour par jour.',
  },
} satisfies Record<string, Text>

/** The same figures, of a campaign: since its posts left. */
export const campaignSources = {
  posts: {
    en: 'Its posts that have gone out on at least one account.',
    fr: 'Ses publications parties par un compte au moins.',
  },
  clicks: {
    en: 'Clicks on the short links of its posts judged human, since each post went out; previews, robots and repeats are kept apart.',
    fr: 'Clics sur les liens courts de ses publications jugés humains, depuis le départ de chacune ; aperçus, robots et répétitions sont mis à part.',
  },
  engagement: {
    en: 'Likes, reposts, replies, quotes and bookmarks of its posts, as last reported by the networks.',
    fr: 'Mentions J’aime, partages, réponses, citations et signets de ses publications, selon le dernier relevé des réseaux.',
  },
} satisfies Partial<Record<keyof typeof labels, Text>>

export const followersDenominator: Text = {
  en: '{count} followers on {accounts} account(s)',
  fr: '{count} abonnés sur {accounts} compte(s)',
}

export const gaps = {
  noAccount: { en: 'No account is connected yet.', fr: 'Aucun compte n’est encore connecté.' },
  daysMissing: {
    en: '{count} day(s) without any reading; what was gained then falls on the next day read.',
    fr: '{count} jour(s) sans relevé ; ce qui a été gagné ces jours-là compte au relevé suivant.',
  },
  beforeUnread: {
    en: 'The previous period has no reading: there is nothing to compare with yet.',
    fr: 'La période précédente n’a aucun relevé : il n’y a pas encore de comparaison possible.',
  },
  silentNetwork: {
    en: '{network} reports no figures about posts.',
    fr: '{network} ne communique aucun chiffre sur les publications.',
  },
  countedByHand: {
    en: 'Figures of {network} are entered by hand: {names}.',
    fr: 'Les chiffres de {network} sont saisis à la main : {names}.',
  },
  notCountedByHand: {
    en: 'Figures of {network} are entered by hand, and nobody entered any in this period.',
    fr: 'Les chiffres de {network} sont saisis à la main, et personne n’en a saisi sur cette période.',
  },
  daysUncounted: {
    en: '{count} day(s) that nobody counted.',
    fr: '{count} jour(s) que personne n’a comptés.',
  },
  followersUnknown: {
    en: 'Followers not reported yet by: {accounts}.',
    fr: 'Abonnés pas encore connus pour : {accounts}.',
  },
  linksUntracked: {
    en: 'Links published without a short link are not counted.',
    fr: 'Les liens publiés sans lien court ne sont pas comptés.',
  },
  withoutLink: {
    en: 'Deliveries that went out without a short link: {count}; their clicks are unknown.',
    fr: 'Envois partis sans lien court : {count} ; leurs clics sont inconnus.',
  },
  notReadYet: {
    en: 'Deliveries not read yet, or on networks that report nothing: {count}.',
    fr: 'Envois pas encore relevés, ou sur des réseaux qui ne communiquent rien : {count}.',
  },
} satisfies Record<string, Text>
