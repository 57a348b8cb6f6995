import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { maxText } from './limits.ts'

const read = '2026-11-25'
const twilioBody = 'https://www.twilio.com/docs/messaging/api/message-resource'
const ovhBook = 'https://docs.ovhcloud.com/en/guides/web-cloud/messaging/sms/api-sms-cookbook'

export const manifest: ManifestInput = {
  id: 'sms',
  name: 'SMS',
  stamp: 'SM',
  description: {
    en: 'A text message to everybody on the company’s list, one by one, by Twilio or OVHcloud.',
    fr: 'Un SMS à toutes les personnes inscrites, une par une, par Twilio ou OVHcloud.',
  },
  capabilities: { publish: true, inbox: false, metrics: true, listen: false },
  connect: {
    method: 'credentials',
    fields: [
      {
        name: 'provider',
        label: { en: 'Provider', fr: 'Opérateur' },
        kind: 'choice',
        choices: [
          { value: 'ovh', label: { en: 'OVHcloud', fr: 'OVHcloud' } },
          { value: 'twilio', label: { en: 'Twilio', fr: 'Twilio' } },
        ],
      },
      {
        name: 'sender',
        label: { en: 'Sender', fr: 'Expéditeur' },
        hint: {
          en: 'As people see it: a number, or a name of 11 letters at most that the provider has accepted. With Twilio, the SID of a Messaging Service as well.',
          fr: 'Tel qu’il s’affiche : un numéro, ou un nom de 11 lettres au plus que l’opérateur a accepté. Avec Twilio, le SID d’un Messaging Service convient aussi.',
        },
        kind: 'text',
        placeholder: 'Morel',
      },
      {
        name: 'sid',
        label: { en: 'Twilio: Account SID', fr: 'Twilio : Account SID' },
        kind: 'text',
        placeholder: 'AC…',
        required: false,
      },
      {
        name: 'authToken',
        label: { en: 'Twilio: Auth Token', fr: 'Twilio : Auth Token' },
        kind: 'password',
        required: false,
      },
      {
        name: 'service',
        label: { en: 'OVHcloud: SMS account', fr: 'OVHcloud : compte SMS' },
        kind: 'text',
        placeholder: 'sms-xx12345-1',
        required: false,
      },
      {
        name: 'applicationKey',
        label: { en: 'OVHcloud: Application key', fr: 'OVHcloud : Application key' },
        kind: 'password',
        required: false,
      },
      {
        name: 'applicationSecret',
        label: { en: 'OVHcloud: Application secret', fr: 'OVHcloud : Application secret' },
        kind: 'password',
        required: false,
      },
      {
        name: 'consumerKey',
        label: { en: 'OVHcloud: Consumer key', fr: 'OVHcloud : Consumer key' },
        kind: 'password',
        required: false,
      },
    ],
    help: {
      en: 'Fill in the fields of your provider alone. Twilio shows its SID and its token on the first page of its console. OVHcloud makes the three keys on the page below: allow GET on /sms/* and POST on /sms/*/jobs, without an end. Each message is billed by the provider, for each person and each part.',
      fr: 'Remplissez seulement les champs de votre opérateur. Twilio affiche son SID et son jeton à la première page de sa console. OVHcloud crée les trois clés à la page ci-dessous : autorisez GET sur /sms/* et POST sur /sms/*/jobs, sans date de fin. L’opérateur facture chaque message, par personne et par partie.',
    },
    helpUrl: 'https://eu.api.ovh.com/createToken/',
  },
  // The desk's own ledger: one message for each delivery and each person.
  idempotency: 'client-key',
  follow: { thread: false, comment: false },
  text: {
    max: {
      value: maxText,
      source: `Ours: ten parts of 67 characters at worst, within the 1,600 that Twilio takes with the words that say how to stop. ${twilioBody}`,
      date: read,
    },
    unit: 'weighted',
  },
  metrics: { post: ['reach'], channel: ['followers'] },
  docs: [
    { title: 'Twilio: Messages resource', url: twilioBody, date: read },
    { title: 'Twilio: errors', url: 'https://www.twilio.com/docs/api/errors', date: read },
    { title: 'OVHcloud: API SMS Cookbook', url: ovhBook, date: read },
  ],
}
