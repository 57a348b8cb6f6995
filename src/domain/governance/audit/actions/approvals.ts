import type { Text } from '#platform/text.ts'

/** Who said yes. */
export const approvalsActions = {
  'approval.requested': {
    en: '{who} requested approval for a post.',
    fr: '{who} a demandé la validation d’une publication.',
  },
  'approval.resubmitted': {
    en: '{who} submitted a changed post for approval again.',
    fr: '{who} a soumis de nouveau une publication modifiée.',
  },
  'approval.approve': { en: '{who} approved a post.', fr: '{who} a validé une publication.' },
  'approval.changes': {
    en: '{who} asked for changes to a post.',
    fr: '{who} a demandé des modifications à une publication.',
  },
  'approval.refuse': { en: '{who} refused a post.', fr: '{who} a refusé une publication.' },
  'approval-rule.made': {
    en: '{who} created an approval rule.',
    fr: '{who} a créé une règle de validation.',
  },
  'approval-rule.changed': {
    en: '{who} changed an approval rule.',
    fr: '{who} a modifié une règle de validation.',
  },
  'approval-rule.deleted': {
    en: '{who} deleted an approval rule.',
    fr: '{who} a supprimé une règle de validation.',
  },
  'embargo.set': {
    en: '{who} put a post under embargo.',
    fr: '{who} a mis une publication sous embargo.',
  },
  'embargo.lifted': {
    en: '{who} lifted the embargo of a post.',
    fr: '{who} a levé l’embargo d’une publication.',
  },
  'embargo.overruled': {
    en: '{who} let a post go out before the end of its embargo.',
    fr: '{who} a laissé partir une publication avant la fin de son embargo.',
  },
  'review-link.made': {
    en: '{who} created a review link for someone outside.',
    fr: '{who} a créé un lien de relecture pour une personne extérieure.',
  },
  'review-link.revoked': {
    en: '{who} revoked an outside reviewer’s link.',
    fr: '{who} a révoqué un lien de relecture.',
  },
} satisfies Record<string, Text>
