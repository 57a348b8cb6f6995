/** What we do and nothing more (docs/permissions, read 2026-11-25). */
export const scopes = [
  {
    name: 'instagram_basic',
    why: {
      en: 'To know the account and read its posts.',
      fr: 'Pour connaître le compte et lire ses publications.',
    },
  },
  { name: 'instagram_content_publish', why: { en: 'To publish.', fr: 'Pour publier.' } },
  {
    name: 'instagram_manage_comments',
    why: {
      en: 'To read comments and answer them.',
      fr: 'Pour lire les commentaires et y répondre.',
    },
  },
  {
    name: 'instagram_manage_messages',
    why: {
      en: 'To read private messages and answer them.',
      fr: 'Pour lire les messages privés et y répondre.',
    },
  },
  {
    name: 'instagram_manage_contents',
    why: { en: 'To delete a post.', fr: 'Pour supprimer une publication.' },
  },
  {
    name: 'instagram_manage_insights',
    why: { en: 'To count reach and views.', fr: 'Pour compter la portée et les vues.' },
  },
  {
    name: 'pages_show_list',
    why: {
      en: 'To find the accounts through their pages.',
      fr: 'Pour trouver les comptes par leurs pages.',
    },
  },
  {
    name: 'pages_read_engagement',
    why: { en: 'Asked for by all the others.', fr: 'Exigée par toutes les autres.' },
  },
  {
    name: 'pages_manage_metadata',
    why: {
      en: 'To be told at once of what is new.',
      fr: 'Pour être prévenu aussitôt de ce qui est nouveau.',
    },
  },
  {
    name: 'business_management',
    why: {
      en: 'To see pages that belong to a business portfolio.',
      fr: 'Pour voir les pages qui appartiennent à un portefeuille business.',
    },
  },
]
