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

export const pictureInUse = problemKind(
  'media.in_use',
  409,
  { en: 'This picture is in use', fr: 'Cette image est utilisée' },
  {
    en: '{count} posts show “{name}”. Take it off them first; pictures of published posts are kept.',
    fr: '{count} publications montrent « {name} ». Retirez-la d’abord ; les images des publications parues sont conservées.',
  },
)
