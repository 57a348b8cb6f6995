import { problemKind } from '#platform/http/problem.ts'

export const noFile = problemKind(
  'media.no_file',
  422,
  { en: 'No picture was sent', fr: 'Aucune image n’a été envoyée' },
  {
    en: 'Send one picture as the part “file” of a form (multipart/form-data).',
    fr: 'Envoyez une image dans la partie « file » d’un formulaire (multipart/form-data).',
  },
)

export const notAPicture = problemKind(
  'media.not_a_picture',
  415,
  { en: 'This is not a picture the desk can use', fr: 'Ce fichier n’est pas une image utilisable' },
  {
    en: '“{name}” is no JPEG, PNG, WebP, GIF or AVIF. Save it again as JPEG or PNG.',
    fr: '« {name} » n’est ni un JPEG, ni un PNG, ni un WebP, ni un GIF, ni un AVIF. Enregistrez l’image en JPEG ou en PNG.',
  },
)

export const vectorPicture = problemKind(
  'media.vector',
  415,
  {
    en: 'Vector drawings cannot be published',
    fr: 'Les dessins vectoriels ne peuvent pas être publiés',
  },
  {
    en: '“{name}” is an SVG drawing: networks refuse it, and it may carry programs. Export it as PNG.',
    fr: '« {name} » est un dessin SVG : les réseaux le refusent et il peut contenir du code. Exportez-le en PNG.',
  },
)

export const phonePicture = problemKind(
  'media.heic',
  415,
  { en: 'HEIC pictures cannot be read', fr: 'Les photos HEIC ne peuvent pas être lues' },
  {
    en: '“{name}” is in the HEIC format of some phones. Share it as JPEG (iPhone: Settings, Camera, Formats, Most Compatible).',
    fr: '« {name} » est au format HEIC de certains téléphones. Partagez la photo en JPEG (iPhone : Réglages, Appareil photo, Formats, Le plus compatible).',
  },
)

export const damagedPicture = problemKind(
  'media.damaged',
  422,
  { en: 'This picture is damaged', fr: 'Cette image est abîmée' },
  {
    en: '“{name}” could not be read to its end. Send it again, or save it anew from the original.',
    fr: '« {name} » n’a pas pu être lue jusqu’au bout. Renvoyez-la, ou enregistrez-la de nouveau depuis l’original.',
  },
)

export const tooHeavy = problemKind(
  'media.too_heavy',
  413,
  { en: 'This picture is too heavy', fr: 'Cette image est trop lourde' },
  {
    en: '“{name}” is over {limit} MB. Reduce it before sending it.',
    fr: '« {name} » dépasse {limit} Mo. Réduisez-la avant de l’envoyer.',
  },
)

export const tooManyPixels = problemKind(
  'media.too_many_pixels',
  422,
  { en: 'This picture is too large', fr: 'Cette image est trop grande' },
  {
    en: '“{name}” has {pixels} million pixels, all its frames together; the desk works with {limit} million at most. Reduce it first.',
    fr: '« {name} » compte {pixels} millions de pixels, toutes images confondues ; Vigie en accepte {limit} millions au plus. Réduisez-la d’abord.',
  },
)

export const tooManyFrames = problemKind(
  'media.too_many_frames',
  422,
  { en: 'This animation has too many frames', fr: 'Cette animation compte trop d’images' },
  {
    en: '“{name}” has {frames} frames; the desk works with {limit} at most. Shorten it, or send a video.',
    fr: '« {name} » compte {frames} images ; Vigie en accepte {limit} au plus. Raccourcissez-la, ou envoyez une vidéo.',
  },
)

export const emptyFile = problemKind(
  'media.empty',
  422,
  { en: 'This file is empty', fr: 'Ce fichier est vide' },
  {
    en: '“{name}” holds nothing. Check it on your machine and send it again.',
    fr: '« {name} » ne contient rien. Vérifiez-le sur votre machine, puis renvoyez-le.',
  },
)

export const cutShort = problemKind(
  'media.cut_short',
  422,
  { en: 'The file did not arrive whole', fr: 'Le fichier n’est pas arrivé entier' },
  {
    en: 'The connection stopped before the end. Send it again.',
    fr: 'La connexion s’est arrêtée avant la fin. Renvoyez-le.',
  },
)

export const noRoom = problemKind(
  'media.no_room',
  507,
  { en: 'The desk’s disk is full', fr: 'Le disque de Vigie est plein' },
  {
    en: '“{name}” was not kept: there is no room left on the machine that runs Vigie. Tell whoever looks after it.',
    fr: '« {name} » n’a pas été conservé : la machine qui fait tourner Vigie n’a plus de place. Prévenez la personne qui s’en occupe.',
  },
)

export const pictureInUse = problemKind(
  'media.in_use',
  409,
  { en: 'This picture is in use', fr: 'Cette image est utilisée' },
  {
    en: 'Posts that show “{name}”: {posts} ({count} in all). Take it off them first; what published posts show is kept.',
    fr: 'Publications qui montrent « {name} » : {posts} ({count} en tout). Retirez-la d’abord ; ce que montrent les publications parues est conservé.',
  },
)
