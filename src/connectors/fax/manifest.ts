import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { serverFields } from '#connectors/_mail/outgoing.ts'
import { maxImageBytes, maxImages, maxText } from './limits.ts'

const date = '2026-11-26'
const ours = 'Ours: two pages at most, for each is billed and takes somebody’s line'

export const manifest: ManifestInput = {
  id: 'fax',
  name: 'Fax',
  stamp: 'FX',
  description: {
    en: 'A page to everybody on the company’s list, one by one, by an e-mail-to-fax gateway.',
    fr: 'Une page à toutes les personnes inscrites, une par une, par une passerelle e-mail vers fax.',
  },
  capabilities: { publish: true, inbox: false, metrics: true, listen: false },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'gateway',
        label: { en: 'Gateway', fr: 'Passerelle' },
        kind: 'choice',
        choices: [
          { value: 'sinch', label: { en: 'Sinch', fr: 'Sinch' } },
          { value: 'faxage', label: { en: 'FAXAGE', fr: 'FAXAGE' } },
          { value: 'interfax', label: { en: 'InterFAX', fr: 'InterFAX' } },
          { value: 'other', label: { en: 'Another', fr: 'Une autre' } },
        ],
      },
      {
        name: 'pattern',
        label: { en: 'Another: its address', fr: 'Une autre : son adresse' },
        hint: {
          en: '{number} stands for the number, with its country code, in figures only.',
          fr: '{number} tient la place du numéro, avec son indicatif, en chiffres seulement.',
        },
        kind: 'text',
        placeholder: '{number}@fax.example',
        required: false,
      },
      {
        name: 'sender',
        label: { en: 'Company and number, at the head', fr: 'Entreprise et numéro, en tête' },
        kind: 'text',
        placeholder: 'Atelier Morel, +33 4 00 00 00 00',
      },
      {
        name: 'address',
        label: {
          en: 'E-mail address that the gateway knows',
          fr: 'Adresse e-mail connue de la passerelle',
        },
        kind: 'email',
        placeholder: 'fax@atelier-morel.fr',
      },
      ...serverFields,
    ],
    help: {
      en: 'The gateway turns a letter to its address into a fax, bills each page, and writes to your address whether it arrived. Advertising by fax needs everybody’s consent beforehand (in France, article L. 34-5 of the CPCE).',
      fr: 'La passerelle change en fax une lettre envoyée à son adresse, facture chaque page, et écrit à votre adresse si elle est arrivée. La prospection par fax exige l’accord préalable de chacun (article L. 34-5 du CPCE).',
    },
    helpUrl:
      'https://developers.sinch.com/docs/fax/api-reference/fax/fax-to-email/send-a-fax-using-email',
  },
  // The desk's own ledger: one fax for each delivery and each number.
  idempotency: 'client-key',
  follow: { thread: false, comment: false },
  text: { max: { value: maxText, source: ours, date }, unit: 'characters' },
  images: {
    max: { value: maxImages, source: ours, date },
    maxBytes: { value: maxImageBytes, source: ours, date },
    types: ['image/jpeg', 'image/png'],
    // Paper says nothing to whoever does not see it.
    described: false,
  },
  metrics: { post: ['reach'], channel: ['followers'] },
  docs: [
    {
      title: 'Sinch: send a fax using email',
      url: 'https://developers.sinch.com/docs/fax/api-reference/fax/fax-to-email/send-a-fax-using-email',
      date,
    },
    {
      title: 'InterFAX: fax SMTP',
      url: 'https://help.uplandsoftware.com/interfax/devdocs/dev-doc/api/smtp/fax-smtp-overview.htm',
      date,
    },
  ],
}
