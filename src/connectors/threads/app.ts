import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { scopes } from './scopes.ts'

const names = scopes.map(({ name }) => name).join(', ')

/** The app of the company (documentation/development/create-an-app/threads-use-case, read 2026-11-25). */
export const app: NonNullable<ManifestInput['connect']['app']> = {
  fields: [
    {
      name: 'appId',
      label: { en: 'Threads app ID', fr: 'Identifiant d’app Threads' },
      hint: {
        en: 'Not the App ID at the top of the dashboard: Threads has one of its own.',
        fr: 'Pas l’identifiant de l’app en haut de l’Espace App : Threads a le sien.',
      },
      kind: 'text',
      placeholder: '990602627938098',
    },
    {
      name: 'appSecret',
      label: { en: 'Threads app secret', fr: 'Clé secrète d’app Threads' },
      kind: 'password',
    },
  ],
  steps: [
    {
      text: {
        en: 'On Meta for Developers, open My Apps and click Create app. Give it a name people will recognise, and your e-mail address.',
        fr: 'Sur Meta for Developers, ouvrez Mes apps et cliquez sur Créer une app. Donnez-lui un nom que l’on reconnaîtra, et votre adresse e-mail.',
      },
      url: 'https://developers.facebook.com/apps',
    },
    {
      text: {
        en: 'At Use cases, tick “Access the Threads API”, then Next, and Create app.',
        fr: 'À l’étape Cas d’utilisation, cochez « Access the Threads API », puis Suivant, et Créer une app.',
      },
    },
    {
      text: {
        en: `In Use cases, click Customize, then Add beside each of these permissions: ${names}.`,
        fr: `Dans Cas d’utilisation, cliquez sur Personnaliser, puis sur Ajouter à côté de chacune de ces autorisations : ${names}.`,
      },
    },
    {
      text: {
        en: 'In Settings, copy {redirectUri} into Redirect Callback URLs; Uninstall Callback URL and Delete Callback URL may hold the same. Save.',
        fr: 'Dans Paramètres (Settings), copiez {redirectUri} dans Redirect Callback URLs ; Uninstall Callback URL et Delete Callback URL peuvent contenir la même adresse. Enregistrez.',
      },
    },
    {
      text: {
        en: 'On the same page, copy the Threads app ID and the Threads app secret here.',
        fr: 'Sur la même page, copiez ici l’identifiant d’app Threads et la clé secrète d’app Threads.',
      },
    },
    {
      text: {
        en: 'In App roles, Roles, click Add People, Threads Tester, and name your account. On Threads, accept in Settings, Account, Website permissions, Invites.',
        fr: 'Dans Rôles de l’app, Rôles, cliquez sur Ajouter des personnes, Testeur Threads, et nommez votre compte. Sur Threads, acceptez dans Paramètres, Compte, Autorisations de site web, Invitations.',
      },
    },
    {
      text: {
        en: 'To be told at once, in Use cases, Customize, Settings, add “Get real-time notifications with Threads Webhooks”. Choose the topic Moderate, then Subscribe to this object: copy {webhookUri} into Callback URL and {verifyToken} into Verify Token. Subscribe to replies; do the same with the topic Interaction, for mentions.',
        fr: 'Pour être prévenu aussitôt, dans Cas d’utilisation, Personnaliser, Paramètres, ajoutez « Get real-time notifications with Threads Webhooks ». Choisissez le sujet Moderate, puis « Subscribe to this object » : copiez {webhookUri} dans URL de rappel et {verifyToken} dans Vérifier le token. Abonnez-vous à replies ; faites de même avec le sujet Interaction, pour mentions.',
      },
    },
    {
      text: {
        en: 'Threads calls only a desk with a public address in https, and an app that has been reviewed (Advanced Access); without this, Vigie goes on looking by itself.',
        fr: 'Threads n’appelle qu’un poste à l’adresse publique en https, et pour une app examinée (Advanced Access) ; sans cela, Vigie continue de regarder elle-même.',
      },
    },
  ],
  scopes,
  review: {
    en: 'None for accounts added as Threads testers. Without the review, only mentions by testers are shown. For any other account Meta asks for App Review with a screen recording of each permission; it promises no delay.',
    fr: 'Aucun pour les comptes ajoutés comme testeurs Threads. Sans examen, seules les mentions faites par des testeurs sont montrées. Pour tout autre compte, Meta demande un Contrôle app avec une vidéo de chaque autorisation, sans promettre de délai.',
  },
  source:
    'https://developers.facebook.com/documentation/development/create-an-app/threads-use-case',
  date: '2026-11-25',
}
