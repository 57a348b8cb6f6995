import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { KEEP_DAYS, TEXT_MAX } from './settings.ts'

export const manifest: ManifestInput = {
  id: 'web-chat',
  name: 'Web chat',
  called: { en: 'Web chat', fr: 'Discussion du site' },
  stamp: 'WC',
  description: {
    en: 'A button on your own website: visitors write there, you answer from the inbox.',
    fr: 'Un bouton sur votre propre site : les visiteurs y écrivent, vous répondez depuis la boîte de réception.',
  },
  capabilities: { publish: false, inbox: true, metrics: false, listen: false },
  answersOnly: true,
  site: true,
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'name',
        label: { en: 'Name visitors see', fr: 'Nom que voient les visiteurs' },
        hint: {
          en: 'The company or the shop.',
          fr: 'L’entreprise ou la boutique.',
        },
        kind: 'text',
      },
      {
        name: 'origins',
        label: { en: 'Addresses of your website', fr: 'Adresses de votre site' },
        hint: {
          en: 'One a line, as https://www.atelier.example. The chat shows on these and nowhere else.',
          fr: 'Une par ligne, comme https://www.atelier.example. La discussion ne s’affiche que là.',
        },
        kind: 'lines',
        placeholder: 'https://www.atelier.example',
      },
      {
        name: 'language',
        label: { en: 'Language', fr: 'Langue' },
        kind: 'choice',
        choices: [
          {
            value: 'page',
            label: { en: 'That of each page of the site', fr: 'Celle de chaque page du site' },
          },
          { value: 'fr', label: { en: 'Always French', fr: 'Toujours en français' } },
          { value: 'en', label: { en: 'Always English', fr: 'Toujours en anglais' } },
        ],
      },
      {
        name: 'hours',
        label: { en: 'When you answer', fr: 'Quand vous répondez' },
        hint: {
          en: 'One line for days and hours: mon-fri 9:00-12:30 14:00-18:00. Outside them visitors are told when. Empty: nothing is promised.',
          fr: 'Une ligne par jours et heures : lun-ven 9h-12h30 14h-18h. En dehors, les visiteurs lisent quand. Vide : rien n’est promis.',
        },
        kind: 'lines',
        required: false,
      },
      {
        name: 'color',
        label: { en: 'Colour of the button', fr: 'Couleur du bouton' },
        hint: {
          en: 'As #126154. The words on it are made black or white, whichever reads better.',
          fr: 'Comme #126154. Les mots y seront noirs ou blancs, selon ce qui se lit le mieux.',
        },
        kind: 'text',
        placeholder: '#126154',
        required: false,
      },
      {
        name: 'keepDays',
        label: { en: 'Visitors’ messages are kept', fr: 'Garder les messages des visiteurs' },
        kind: 'choice',
        choices: KEEP_DAYS.map((days) => ({
          value: String(days),
          label: { en: `${days} days`, fr: `${days} jours` },
        })),
      },
    ],
    help: {
      en: 'No account is needed. Once this form is filled in, Vigie shows one line to paste into your website, and a page where you can try the chat at once.',
      fr: 'Aucun compte n’est nécessaire. Une fois ce formulaire rempli, Vigie montre une ligne à coller dans votre site, et une page où essayer la discussion tout de suite.',
    },
  },
  idempotency: 'client-key',
  text: {
    max: {
      value: TEXT_MAX,
      source: 'Vigie’s own: what reads well in a window of 380 by 600',
      date: '2026-11-26',
    },
    unit: 'characters',
  },
  follow: { thread: false, comment: false },
  metrics: { post: [], channel: [] },
  docs: [
    {
      title: 'Server-sent events (HTML Standard, section 9.2)',
      url: 'https://html.spec.whatwg.org/multipage/server-sent-events.html',
      date: '2026-11-26',
    },
    {
      title: 'frame-ancestors (Content Security Policy Level 3)',
      url: 'https://www.w3.org/TR/CSP3/#directive-frame-ancestors',
      date: '2026-11-26',
    },
    {
      title: 'Contrast (Web Content Accessibility Guidelines 2.2, 1.4.3)',
      url: 'https://www.w3.org/TR/WCAG22/#contrast-minimum',
      date: '2026-11-26',
    },
  ],
}
