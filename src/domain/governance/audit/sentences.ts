import { type Language, say, type Text } from '#platform/text.ts'

/**
 * One entry of the trail as a sentence.
 * @param who the name of the person or program; empty for a program whose key is gone
 * @param whom the name of the member an entry is about, where it is about one
 */
export function sentenceOf(
  action: string,
  detail: Record<string, unknown>,
  { who, whom }: { who: string; whom: string },
  language: Language,
): string {
  const family = action.split('.')[0] ?? ''
  const text = sentences[action] ?? about[family] ?? unknown
  return say(text, language, {
    ...plain(detail),
    who: who || say(goneProgram, language),
    whom: whom || say(somebody, language),
    action,
    role: roles[String(detail['role'])]?.[language] ?? String(detail['role'] ?? ''),
    when: whenOf(detail, language),
    scopes: Array.isArray(detail['scopes']) ? detail['scopes'].join(', ') : '',
    held: say(scopes[String(detail['scope'])] ?? everything, language),
  })
}

function plain(detail: Record<string, unknown>) {
  const small = Object.entries(detail).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
  )
  return Object.fromEntries(small)
}

/** A wall time as it was chosen, with its zone: `1 December 2026 at 09:00 (Europe/Paris)`. */
function whenOf({ wallTime, timeZone }: Record<string, unknown>, language: Language): string {
  const at = new Date(`${String(wallTime)}:00Z`)
  if (Number.isNaN(at.getTime())) return '?'
  const shown = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(at)
  return typeof timeZone === 'string' ? `${shown} (${timeZone})` : shown
}

const goneProgram: Text = {
  en: 'A program whose key is gone',
  fr: 'Un programme dont la clé n’existe plus',
}
const somebody: Text = { en: 'somebody', fr: 'quelqu’un' }
const everything: Text = { en: 'everything', fr: 'tout' }

const scopes: Record<string, Text> = {
  company: everything,
  network: { en: 'everything for a network', fr: 'tout ce qui va sur un réseau' },
  account: { en: 'everything of an account', fr: 'tout ce qui part par un compte' },
  campaign: { en: 'a campaign', fr: 'une campagne' },
}

export const roles: Record<string, Text> = {
  owner: { en: 'owner', fr: 'propriétaire' },
  manager: { en: 'manager', fr: 'responsable' },
  editor: { en: 'editor', fr: 'éditeur ou éditrice' },
  contributor: { en: 'contributor', fr: 'contributeur ou contributrice' },
  reviewer: { en: 'reviewer', fr: 'relecteur ou relectrice' },
  analyst: { en: 'analyst', fr: 'analyste' },
}

const sentences: Record<string, Text> = {
  'company.created': { en: '{who} opened the company.', fr: '{who} a ouvert l’entreprise.' },
  'company.changed': {
    en: '{who} changed the company’s settings.',
    fr: '{who} a modifié les réglages de l’entreprise.',
  },
  'member.invited': {
    en: '{who} invited {whom} as {role}.',
    fr: '{who} a invité {whom} ({role}).',
  },
  'member.invited-again': {
    en: '{who} sent {whom} a new invitation.',
    fr: '{who} a renvoyé une invitation à {whom}.',
  },
  'member.uninvited': {
    en: '{who} took back the invitation of {whom}.',
    fr: '{who} a annulé l’invitation de {whom}.',
  },
  'member.joined': { en: '{who} joined as {role}.', fr: '{who} a rejoint l’équipe ({role}).' },
  'member.role-changed': {
    en: '{who} made {whom} {role} (was {before}).',
    fr: '{who} a donné à {whom} le rôle « {role} » (avant : {before}).',
  },
  'member.accounts-changed': {
    en: '{who} changed the accounts {whom} may use.',
    fr: '{who} a modifié les comptes que {whom} peut utiliser.',
  },
  'member.removed': {
    en: '{who} removed {whom} from the company.',
    fr: '{who} a retiré {whom} de l’entreprise.',
  },
  'member.left': { en: '{who} left the company.', fr: '{who} a quitté l’entreprise.' },
  'key.created': {
    en: '{who} made an API key ({scopes}).',
    fr: '{who} a créé une clé d’API ({scopes}).',
  },
  'key.deleted': { en: '{who} revoked an API key.', fr: '{who} a révoqué une clé d’API.' },
  'channel.connected': { en: '{who} connected an account.', fr: '{who} a connecté un compte.' },
  'channel.disconnected': {
    en: '{who} disconnected an account.',
    fr: '{who} a déconnecté un compte.',
  },
  'practice.misbehaves': {
    en: '{who} made the practice network fail on purpose.',
    fr: '{who} a provoqué une panne du réseau d’entraînement.',
  },
  'practice.behaves': {
    en: '{who} ended the failures of the practice network.',
    fr: '{who} a mis fin aux pannes du réseau d’entraînement.',
  },
  'app.keys-set': {
    en: '{who} entered the keys of the company’s {network} app.',
    fr: '{who} a saisi les clés de l’application {network} de l’entreprise.',
  },
  'app.keys-removed': {
    en: '{who} removed the keys of the company’s {network} app.',
    fr: '{who} a retiré les clés de l’application {network} de l’entreprise.',
  },
  'post.scheduled': {
    en: '{who} scheduled a post for {when}.',
    fr: '{who} a programmé une publication pour le {when}.',
  },
  'post.moved': {
    en: '{who} moved a post to {when}.',
    fr: '{who} a déplacé une publication au {when}.',
  },
  'post.unscheduled': {
    en: '{who} made a scheduled post a draft again.',
    fr: '{who} a remis une publication programmée en brouillon.',
  },
  'post.replanned': {
    en: '{who} changed a scheduled post.',
    fr: '{who} a modifié une publication programmée.',
  },
  'post.deleted': { en: '{who} deleted a post.', fr: '{who} a supprimé une publication.' },
  'post.restored': {
    en: '{who} restored a deleted post.',
    fr: '{who} a rétabli une publication supprimée.',
  },
  'delivery.retry': {
    en: '{who} asked for a post to be sent again.',
    fr: '{who} a relancé l’envoi d’une publication.',
  },
  'delivery.cancel': {
    en: '{who} said that a post shall not leave.',
    fr: '{who} a annulé l’envoi d’une publication.',
  },
  'delivery.check-again': {
    en: '{who} asked whether a post has left.',
    fr: '{who} a demandé si une publication était partie.',
  },
  'delivery.mark-published': {
    en: '{who} said that a post is published.',
    fr: '{who} a indiqué qu’une publication est publiée.',
  },
  'crisis.on': {
    en: '{who} held {held}.',
    fr: '{who} a suspendu {held}.',
  },
  'crisis.off': {
    en: '{who} lifted the hold on {held}.',
    fr: '{who} a levé la suspension ({held}).',
  },
  'conversation.blocked': {
    en: '{who} blocked a visitor of the website.',
    fr: '{who} a bloqué un visiteur du site.',
  },
  'conversation.unblocked': {
    en: '{who} let a visitor of the website write again.',
    fr: '{who} a rendu la parole à un visiteur du site.',
  },
  'conversation.replied': {
    en: '{who} answered a conversation.',
    fr: '{who} a répondu à une conversation.',
  },
  'conversation.resolved': {
    en: '{who} closed a conversation.',
    fr: '{who} a clos une conversation.',
  },
  'conversation.reopened': {
    en: '{who} reopened a conversation.',
    fr: '{who} a rouvert une conversation.',
  },
  'media.deleted': { en: '{who} deleted a picture.', fr: '{who} a supprimé une image.' },
  'query.created': {
    en: '{who} made a listening query.',
    fr: '{who} a créé une requête de veille.',
  },
  'query.changed': {
    en: '{who} changed a listening query.',
    fr: '{who} a modifié une requête de veille.',
  },
  'query.deleted': {
    en: '{who} deleted a listening query.',
    fr: '{who} a supprimé une requête de veille.',
  },
  'source.added': {
    en: '{who} added a listening source.',
    fr: '{who} a ajouté une source de veille.',
  },
  'source.removed': {
    en: '{who} removed a listening source.',
    fr: '{who} a retiré une source de veille.',
  },
  'import.done': {
    en: '{who} brought {posts} posts in from a file.',
    fr: '{who} a importé {posts} publications depuis un fichier.',
  },
  'webhook.given_up': {
    en: '{who} gave up telling another program: it has not answered for days.',
    fr: '{who} a renoncé à prévenir un autre programme : il ne répond plus depuis des jours.',
  },
  'duel.opened': { en: '{who} opened a product duel.', fr: '{who} a ouvert un duel de produits.' },
  'experiment.started': {
    en: '{who} planned an experiment.',
    fr: '{who} a préparé un essai.',
  },
  'experiment.changed': {
    en: '{who} changed an experiment.',
    fr: '{who} a modifié un essai.',
  },
  'experiment.concluded': {
    en: '{who} concluded an experiment.',
    fr: '{who} a conclu un essai.',
  },
}

/** For what has no sentence of its own yet: at least what it is about. */
const about: Record<string, Text> = {
  webhook: {
    en: '{who} changed what another program is told ({action}).',
    fr: '{who} a modifié ce qui est transmis à un autre programme ({action}).',
  },
  feed: { en: '{who} changed a feed ({action}).', fr: '{who} a modifié un flux ({action}).' },
  duel: {
    en: '{who} changed a product duel ({action}).',
    fr: '{who} a modifié un duel ({action}).',
  },
  post: {
    en: '{who} changed a post ({action}).',
    fr: '{who} a modifié une publication ({action}).',
  },
  delivery: {
    en: '{who} decided about a post that leaves ({action}).',
    fr: '{who} a statué sur un envoi ({action}).',
  },
  approval: {
    en: '{who} took part in an approval ({action}).',
    fr: '{who} est intervenu dans une validation ({action}).',
  },
  campaign: {
    en: '{who} changed a campaign ({action}).',
    fr: '{who} a modifié une campagne ({action}).',
  },
  channel: {
    en: '{who} changed an account ({action}).',
    fr: '{who} a modifié un compte ({action}).',
  },
  conversation: {
    en: '{who} changed a conversation ({action}).',
    fr: '{who} a modifié une conversation ({action}).',
  },
}

const unknown: Text = { en: '{who}: {action}.', fr: '{who} : {action}.' }
