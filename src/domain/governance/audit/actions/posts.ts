import type { Text } from '#platform/text.ts'

/** Posts, from the draft to the network. */
export const postsActions = {
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
  'post.commented': { en: '{who} commented on a post.', fr: '{who} a commenté une publication.' },
  'delivery.retry': {
    en: '{who} asked to resend a post.',
    fr: '{who} a relancé l’envoi d’une publication.',
  },
  'delivery.cancel': {
    en: '{who} decided that a post will not be published.',
    fr: '{who} a annulé l’envoi d’une publication.',
  },
  'delivery.check-again': {
    en: '{who} checked whether a post went out.',
    fr: '{who} a demandé si une publication était partie.',
  },
  'delivery.mark-published': {
    en: '{who} said that a post is published.',
    fr: '{who} a indiqué qu’une publication est publiée.',
  },
  'delivery.ask': {
    en: '{who} put a post back among those waiting for a decision.',
    fr: '{who} a remis une publication en attente de décision.',
  },
  'delivery.release': {
    en: '{who} let a waiting post go out.',
    fr: '{who} a laissé partir une publication en attente.',
  },
  'crisis.on': { en: '{who} held {held}.', fr: '{who} a suspendu {held}.' },
  'crisis.off': {
    en: '{who} lifted the hold on {held}.',
    fr: '{who} a levé la suspension ({held}).',
  },
  'task.done': {
    en: '{who} published by hand and said so.',
    fr: '{who} a publié à la main et l’a signalé.',
  },
  'task.not_done': {
    en: '{who} said that a post will not be published by hand.',
    fr: '{who} a signalé qu’une publication ne sera pas faite à la main.',
  },
  'task.later': {
    en: '{who} postponed a post to publish by hand.',
    fr: '{who} a remis à plus tard une publication à la main.',
  },
  'task.undone': {
    en: '{who} undid what was said about a post to publish by hand.',
    fr: '{who} est revenu sur une publication à la main.',
  },
  'media.deleted': { en: '{who} deleted a picture.', fr: '{who} a supprimé une image.' },
  'media.restored': {
    en: '{who} restored a deleted picture.',
    fr: '{who} a rétabli une image supprimée.',
  },
  'phrase.created': {
    en: '{who} added a ready-made text.',
    fr: '{who} a ajouté un texte prêt à l’emploi.',
  },
  'phrase.changed': {
    en: '{who} changed a ready-made text.',
    fr: '{who} a modifié un texte prêt à l’emploi.',
  },
  'phrase.deleted': {
    en: '{who} deleted a ready-made text.',
    fr: '{who} a supprimé un texte prêt à l’emploi.',
  },
  'phrase.restored': {
    en: '{who} restored a ready-made text.',
    fr: '{who} a rétabli un texte prêt à l’emploi.',
  },
  'import.done': {
    en: '{who} imported {posts} posts from a file.',
    fr: '{who} a importé {posts} publications depuis un fichier.',
  },
  'feed_rule.created': {
    en: '{who} had posts made from a feed.',
    fr: '{who} a branché un flux sur les publications.',
  },
  'feed_rule.changed': {
    en: '{who} changed how posts are made from a feed.',
    fr: '{who} a modifié les publications tirées d’un flux.',
  },
  'feed_rule.deleted': {
    en: '{who} stopped making posts from a feed.',
    fr: '{who} a débranché un flux des publications.',
  },
  'calendar_feed.created': {
    en: '{who} created an address for reading the plan in a calendar.',
    fr: '{who} a créé une adresse pour lire le plan dans un agenda.',
  },
  'calendar_feed.deleted': {
    en: '{who} closed an address for reading the plan.',
    fr: '{who} a fermé une adresse par laquelle le plan était lu.',
  },
} satisfies Record<string, Text>
