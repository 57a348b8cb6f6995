import type { ManifestInput } from '#connectors/_contract/manifest.ts'

const apps = 'https://developers.tiktok.com/apps/'
const docs = 'https://developers.tiktok.com/doc'

/** What we do and nothing more (tiktok-api-scopes). */
export const scopes = [
  {
    name: 'user.info.basic',
    why: { en: 'To know the account.', fr: 'Pour connaître le compte.' },
  },
  {
    name: 'user.info.stats',
    why: { en: 'To count its followers.', fr: 'Pour compter ses followers.' },
  },
  { name: 'video.publish', why: { en: 'To publish.', fr: 'Pour publier.' } },
  {
    name: 'video.list',
    why: {
      en: 'To read back what was published, and its counts.',
      fr: 'Pour relire ce qui a été publié, et ses chiffres.',
    },
  },
]

/** The app that the company makes with TikTok. */
export const app: NonNullable<ManifestInput['connect']['app']> = {
  fields: [
    { name: 'clientKey', label: { en: 'Client key', fr: 'Client key' }, kind: 'text' },
    { name: 'clientSecret', label: { en: 'Client secret', fr: 'Client secret' }, kind: 'password' },
    {
      name: 'audited',
      label: {
        en: 'Has TikTok audited this app?',
        fr: 'TikTok a-t-il audité cette application ?',
      },
      hint: {
        en: 'Before the audit, TikTok shows what the app posts to the account alone. Vigie then offers “Only me” and nothing else.',
        fr: 'Avant l’audit, TikTok ne montre qu’au compte ce que l’application publie. Vigie ne propose alors que « Moi uniquement ».',
      },
      kind: 'choice',
      choices: [
        { value: 'no', label: { en: 'Not yet', fr: 'Pas encore' } },
        { value: 'yes', label: { en: 'Yes', fr: 'Oui' } },
      ],
    },
  ],
  steps: [
    {
      text: {
        en: 'Sign up as a developer with TikTok, create an organisation for your company, then “Manage apps”, “Connect an app”. Fill in the name, the icon, the terms of use and the privacy policy, and tick “Web”.',
        fr: 'Inscrivez-vous comme développeur chez TikTok, créez une organisation pour votre société, puis « Manage apps », « Connect an app ». Renseignez le nom, l’icône, les conditions d’utilisation et la politique de confidentialité, et cochez « Web ».',
      },
      url: apps,
    },
    {
      text: {
        en: 'Under “Products”, add “Login Kit” and give it exactly this redirect URI: {redirectUri}',
        fr: 'Sous « Products », ajoutez « Login Kit » et donnez-lui exactement cette « Redirect URI » : {redirectUri}',
      },
      url: `${docs}/login-kit-web`,
    },
    {
      text: {
        en: 'Add “Content Posting API” and turn “Direct Post” on.',
        fr: 'Ajoutez « Content Posting API » et activez « Direct Post ».',
      },
      url: `${docs}/content-posting-api-get-started`,
    },
    {
      text: {
        en: 'Under “URL properties”, verify the address of this desk (“URL prefix”, or its domain): TikTok fetches photos from there, and from no address that is not proved to be yours. Videos do not need it.',
        fr: 'Sous « URL properties », validez l’adresse de ce poste (« URL prefix », ou son domaine) : TikTok vient y chercher les photos, et refuse toute adresse dont vous n’avez pas prouvé être propriétaire. Les vidéos n’en ont pas besoin.',
      },
      url: `${docs}/content-posting-api-media-transfer-guide`,
    },
    {
      text: {
        en: 'Under “Scopes”, add those listed here, then submit the app for review with a film of what it does. Until it is accepted, a “Sandbox” with your own accounts lets you try.',
        fr: 'Sous « Scopes », ajoutez ceux de la liste ci-dessous, puis soumettez l’application à l’examen avec un film de ce qu’elle fait. En attendant, une « Sandbox » avec vos propres comptes permet d’essayer.',
      },
      url: apps,
    },
    {
      text: {
        en: 'Copy the “Client key” and the “Client secret” into this form.',
        fr: 'Copiez « Client key » et « Client secret » dans ce formulaire.',
      },
      url: apps,
    },
    {
      text: {
        en: 'Once a private post has left well, ask for the audit of the Content Posting API. TikTok checks that a person chooses who sees each post, allows comments, duets and stitches, and discloses what is commercial: the form of a post here has all of these.',
        fr: 'Quand une publication privée est bien partie, demandez l’audit de la Content Posting API. TikTok vérifie qu’une personne choisit qui voit chaque publication, autorise commentaires, duos et collages, et déclare ce qui est commercial : le formulaire de publication a tout cela.',
      },
      url: 'https://developers.tiktok.com/application/content-posting-api',
    },
  ],
  scopes,
  review: {
    en: 'TikTok reviews twice: the app itself (some days), then its posts (the “audit”, two to six weeks as others report). Between the two, posts are seen by the account alone, which must be private, and five accounts may post in 24 hours. TikTok refuses apps that serve one company’s own accounts only, as others report: say in the form what the app is for.',
    fr: 'TikTok examine deux fois : l’application elle-même (quelques jours), puis ses publications (l’« audit », de deux à six semaines selon d’autres). Entre les deux, les publications ne sont vues que du compte, qui doit être privé, et cinq comptes peuvent publier en 24 heures. TikTok refuserait les applications réservées aux comptes d’une seule société : dites bien dans le formulaire à quoi elle sert.',
  },
  source: `${docs}/content-posting-api-get-started`,
  date: '2026-11-25',
}
