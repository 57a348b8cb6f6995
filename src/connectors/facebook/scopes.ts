/** What we do and nothing more (docs/permissions, read 2026-11-25). */
export const scopes = [
  {
    name: 'pages_show_list',
    why: {
      en: 'To list the pages you may choose.',
      fr: 'Pour lister les pages que vous pouvez choisir.',
    },
  },
  {
    name: 'pages_manage_posts',
    why: { en: 'To publish and to delete.', fr: 'Pour publier et pour supprimer.' },
  },
  {
    name: 'pages_read_engagement',
    why: {
      en: 'To read the page’s own posts back, and its followers.',
      fr: 'Pour relire les publications de la page, et son nombre d’abonnés.',
    },
  },
  {
    name: 'pages_read_user_content',
    why: { en: 'To read comments.', fr: 'Pour lire les commentaires.' },
  },
  {
    name: 'pages_manage_engagement',
    why: { en: 'To answer comments.', fr: 'Pour répondre aux commentaires.' },
  },
  {
    name: 'pages_messaging',
    why: {
      en: 'To read Messenger conversations and answer them.',
      fr: 'Pour lire les conversations Messenger et y répondre.',
    },
  },
  {
    name: 'read_insights',
    why: { en: 'To count reach and clicks.', fr: 'Pour compter la portée et les clics.' },
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
