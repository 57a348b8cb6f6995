import { defineScreen } from '#web/shell/define-screen.ts'

export const screen = defineScreen({
  routes: [
    { path: '/inbox', component: () => import('./inbox-screen.tsx') },
    { path: '/inbox/$conversationId', component: () => import('./inbox-screen.tsx') },
  ],
  nav: {
    to: '/inbox',
    order: 2,
    icon: 'inbox',
    label: { en: 'Inbox', fr: 'Boîte de réception' },
    short: { en: 'Inbox', fr: 'Messages' },
    key: 'i',
  },
})
