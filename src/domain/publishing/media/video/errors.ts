import { problemKind } from '#platform/http/problem.ts'

export const noImages = problemKind(
  'media.video_no_images',
  422,
  { en: 'This video has no images', fr: 'Cette vidéo n’a pas d’images' },
  {
    en: '“{name}” holds sound at most. Networks take videos with images.',
    fr: '« {name} » ne contient au mieux que du son. Les réseaux prennent des vidéos avec des images.',
  },
)

export const unreadImages = problemKind(
  'media.video_codec',
  422,
  {
    en: 'This video is in a format few can read',
    fr: 'Cette vidéo est dans un format peu lisible',
  },
  {
    en: 'The images of “{name}” are in a format that networks do not take. Export it as MP4 (H.264).',
    fr: 'Les images de « {name} » sont dans un format que les réseaux ne prennent pas. Exportez-la en MP4 (H.264).',
  },
)

export const unreadSound = problemKind(
  'media.video_sound',
  422,
  {
    en: 'The sound of this video cannot be used',
    fr: 'Le son de cette vidéo est inutilisable',
  },
  {
    en: 'The sound of “{name}” is in a format that networks do not take. Export it as MP4 with AAC sound.',
    fr: 'Le son de « {name} » est dans un format que les réseaux ne prennent pas. Exportez-la en MP4 avec un son AAC.',
  },
)

export const videoTooLong = problemKind(
  'media.video_too_long',
  422,
  { en: 'This video is too long', fr: 'Cette vidéo est trop longue' },
  {
    en: '“{name}” says that it lasts over ten hours. Cut it first.',
    fr: '« {name} » annonce plus de dix heures. Coupez-la d’abord.',
  },
)

export const damagedVideo = problemKind(
  'media.video_damaged',
  422,
  { en: 'This video is damaged', fr: 'Cette vidéo est abîmée' },
  {
    en: '“{name}” could not be read to its end. Send it again, or export it anew as MP4.',
    fr: '« {name} » n’a pas pu être lue jusqu’au bout. Renvoyez-la, ou exportez-la de nouveau en MP4.',
  },
)

export const videoTooHeavy = problemKind(
  'media.video_too_heavy',
  413,
  { en: 'This video is too heavy', fr: 'Cette vidéo est trop lourde' },
  {
    en: '“{name}” is over {limit} MB, the most that this desk keeps. Shorten it or export it lighter.',
    fr: '« {name} » dépasse {limit} Mo, le maximum que garde Vigie. Raccourcissez-la ou exportez-la plus légère.',
  },
)

export const noVideo = problemKind(
  'media.no_video',
  422,
  { en: 'This is not a video', fr: 'Ce n’est pas une vidéo' },
  {
    en: 'Only a video has a still that stands for it.',
    fr: 'Seule une vidéo a une image qui la représente.',
  },
)
