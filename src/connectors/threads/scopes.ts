/** What we do and nothing more (documentation/threads/get-started, threads-mentions, delete-posts; 2026-11-25). */
export const scopes = [
  {
    name: 'threads_basic',
    why: {
      en: 'To know the account and read its posts.',
      fr: 'Pour connaître le compte et lire ses publications.',
    },
  },
  { name: 'threads_content_publish', why: { en: 'To publish.', fr: 'Pour publier.' } },
  { name: 'threads_read_replies', why: { en: 'To read replies.', fr: 'Pour lire les réponses.' } },
  { name: 'threads_manage_replies', why: { en: 'To reply.', fr: 'Pour répondre.' } },
  {
    name: 'threads_manage_mentions',
    why: { en: 'To read mentions and reply to them.', fr: 'Pour lire les mentions et y répondre.' },
  },
  { name: 'threads_manage_insights', why: { en: 'To count views.', fr: 'Pour compter les vues.' } },
  {
    name: 'threads_delete',
    why: { en: 'To delete a post.', fr: 'Pour supprimer une publication.' },
  },
]
