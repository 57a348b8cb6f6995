import type { Text } from '#platform/text.ts'

/** Who said yes. */
export const approvalsActions = {
  'approval.requested': {
    en: '{who} asked for a post to be approved.',
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
    en: '{who} made a rule of approval.',
    fr: '{who} a créé une règle de validation.',
  },
  'approval-rule.changed': {
    en: '{who} changed a rule of approval.',
    fr: '{who} a modifié une règle de validation.',
  },
  'approval-rule.deleted': {
    en: '{who} deleted a rule of approval.',
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
    en: '{who} let a post leave before the end of its embargo.',
    fr: '{who} a laissé partir une publication avant la fin de son embargo.',
  },
  'review-link.made': {
    en: '{who} made a link by which somebody outside reviews posts.',
    fr: '{who} a créé un lien de relecture pour une personne extérieure.',
  },
  'review-link.revoked': {
    en: '{who} took back a link of an outside reviewer.',
    fr: '{who} a révoqué un lien de relecture.',
  },
} satisfies Record<string, Text>
