import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import { app } from './app.ts'
import { limits } from './limits.ts'
import { audiences } from './options.ts'

const docs = 'https://developers.tiktok.com/doc'
const directPost = `${docs}/content-posting-api-reference-direct-post`
const photoPost = `${docs}/content-posting-api-reference-photo-post`
const transfer = `${docs}/content-posting-api-media-transfer-guide`
const sharing = `${docs}/content-sharing-guidelines/`
const date = '2026-11-25'

export const manifest: ManifestInput = {
  id: 'tiktok',
  name: 'TikTok',
  stamp: 'TT',
  description: {
    en: 'Videos and photos, with their audience, and their counts. TikTok gives comments to no publishing app: they are read and answered on TikTok.',
    fr: 'Vidéos et photos, avec leur audience, et leurs chiffres. TikTok ne donne les commentaires à aucune application de publication : ils se lisent et se traitent sur TikTok.',
  },
  // Comments: the Content Posting API has none, and the Research API is for universities, not for companies.
  capabilities: { publish: true, inbox: false, metrics: true, listen: false },
  connect: {
    method: 'oauth',
    fields: [],
    app,
    help: {
      en: 'You will be sent to TikTok to sign in and allow what Vigie asks for, then brought back here: leave everything ticked. By publishing, you agree to TikTok’s Music Usage Confirmation.',
      fr: 'Vous serez envoyé sur TikTok pour vous identifier et autoriser ce que demande Vigie, puis ramené ici : laissez tout coché. En publiant, vous acceptez la confirmation d’utilisation de la musique de TikTok.',
    },
    helpUrl: 'https://www.tiktok.com/legal/page/global/music-usage-confirmation/en',
    answersAt: 'https://open.tiktokapis.com/v2/user/info/',
  },
  idempotency: 'two-step',
  text: { max: { value: limits.text, source: directPost, date }, unit: 'characters' },
  needsMedia: true,
  images: {
    described: false,
    max: { value: limits.images, source: photoPost, date },
    maxBytes: { value: limits.imageBytes, source: transfer, date },
    types: limits.imageTypes,
    maxPixels: { value: limits.imagePixels, source: transfer, date },
  },
  video: {
    described: false,
    maxBytes: { value: limits.videoBytes, source: transfer, date },
    types: ['video/mp4', 'video/webm', 'video/quicktime'],
    // Each account has its own, which TikTok tells.
    maxSeconds: { value: limits.videoSeconds, source: transfer, date },
    codecs: ['avc', 'hevc', 'vp8', 'vp9'],
    maxPixels: { value: limits.videoPixels, source: transfer, date },
    maxFrameRate: { value: limits.videoFrames, source: transfer, date },
  },
  follow: { thread: false, comment: false },
  options: [
    {
      name: 'privacy_level',
      label: { en: 'Who can see it', fr: 'Qui peut la voir' },
      kind: 'choice',
      // TikTok wants no audience to be proposed: a person chooses it, each time.
      choices: [{ value: '', label: { en: 'Choose…', fr: 'Choisissez…' } }, ...audiences],
    },
    {
      name: 'disable_comment',
      label: { en: 'Nobody can comment', fr: 'Personne ne peut commenter' },
      kind: 'switch',
      default: true,
    },
    {
      name: 'disable_duet',
      label: {
        en: 'Nobody can make a duet (videos)',
        fr: 'Personne ne peut faire de duo (vidéos)',
      },
      kind: 'switch',
      default: true,
    },
    {
      name: 'disable_stitch',
      label: {
        en: 'Nobody can stitch it (videos)',
        fr: 'Personne ne peut faire de collage (vidéos)',
      },
      kind: 'switch',
      default: true,
    },
    {
      name: 'brand_organic_toggle',
      label: {
        en: 'It promotes yourself or your own business (shown as “Promotional content”)',
        fr: 'Elle fait la promotion de vous-même ou de votre société (affichée « Contenu promotionnel »)',
      },
      kind: 'switch',
      default: false,
    },
    {
      name: 'brand_content_toggle',
      label: {
        en: 'It promotes another brand for something in return (shown as “Paid partnership”; TikTok’s Branded Content Policy then applies)',
        fr: 'Elle fait la promotion d’une autre marque contre rémunération (affichée « Partenariat rémunéré » ; la politique de contenu de marque de TikTok s’applique)',
      },
      kind: 'switch',
      default: false,
    },
    {
      name: 'is_aigc',
      label: { en: 'Made with AI (videos)', fr: 'Réalisée avec une IA (vidéos)' },
      kind: 'switch',
      default: false,
    },
    {
      name: 'title',
      label: { en: 'Title (photos, 90 characters)', fr: 'Titre (photos, 90 caractères)' },
      kind: 'text',
    },
  ],
  rates: [
    {
      what: { en: 'posts begun', fr: 'publications commencées' },
      max: 6,
      perSeconds: 60,
      source: directPost,
      date,
    },
    {
      what: { en: 'looks at how far a post is', fr: 'lectures de l’état d’une publication' },
      max: 30,
      perSeconds: 60,
      source: `${docs}/content-posting-api-reference-get-video-status`,
      date,
    },
  ],
  quotas: [
    {
      id: 'posts-day',
      what: { en: 'posts', fr: 'publications' },
      counts: { post: 1 },
      max: 15,
      window: { kind: 'rolling', seconds: 86_400 },
      source: `“Typically around 15”, of all apps together: ${sharing}`,
      date,
    },
    {
      id: 'posts-minute',
      what: { en: 'posts', fr: 'publications' },
      counts: { post: 1 },
      max: 6,
      window: { kind: 'rolling', seconds: 60 },
      quiet: true,
      source: directPost,
      date,
    },
  ],
  minGapMs: 2000,
  metrics: {
    post: ['likes', 'replies', 'reposts', 'views'],
    channel: ['followers', 'following', 'posts'],
  },
  docs: [
    { title: 'Direct Post', url: directPost, date },
    { title: 'Photo', url: photoPost, date },
    { title: 'Media Transfer Guide', url: transfer, date },
    {
      title: 'Get Post Status',
      url: `${docs}/content-posting-api-reference-get-video-status`,
      date,
    },
    { title: 'Content Sharing Guidelines', url: sharing, date },
    { title: 'Manage User Access Tokens', url: `${docs}/oauth-user-access-token-management`, date },
    { title: 'Login Kit for Desktop', url: `${docs}/login-kit-desktop/`, date },
    { title: 'Display API', url: `${docs}/display-api-overview/`, date },
  ],
}
