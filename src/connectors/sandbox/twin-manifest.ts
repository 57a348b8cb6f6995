import { type Manifest, manifestSchema } from '#connectors/_contract/manifest.ts'
import { manifest as own } from './manifest.ts'

interface Limit {
  value: number
  source: string
  date: string
}

/** A limit of the practice network itself, where it is tighter than that of the network it plays. */
const here = (value: number): Limit => ({
  value,
  source: 'The practice network itself: src/sandbox/server/flavours.ts',
  date: '2026-11-25',
})
const textMax = here(100_000)
const imagesMax = here(20)
const imageMaxBytes = here(8_000_000)
const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']
const altMax = here(1500)
const videoMaxBytes = here(20_000_000)
const videoTypes = ['video/mp4', 'video/webm']

const tighter = (theirs: Limit, ours: Limit): Limit => (ours.value < theirs.value ? ours : theirs)

/** The manifest of a network's practice twin: the network's own, cut to what the practice network can do. */
export function twinManifest(network: Manifest): Manifest {
  const { id, name, capabilities, text, metrics } = network
  const { called: _, ...kept } = network
  return manifestSchema.parse({
    ...kept,
    id: `practice-${id}`,
    // A word that both languages share, for it is said in every sentence about the account.
    name: `${name} (simulation)`,
    description: {
      en: `Invented: the limits, the looks and the refusals of ${name}, before the practice audience. Nothing leaves this desk.`,
      fr: `Inventé\u00a0: les limites, l’aspect et les refus de ${name}, devant le public d’entraînement. Rien ne sort de Vigie.`,
    },
    practice: true,
    plays: id,
    // Nobody out there to listen to: its people speak on the practice network under its own name.
    capabilities: { ...capabilities, listen: false },
    connect: signUpForm(name),
    // Where nothing can be read back, a person is asked after a doubt: that is learned here too.
    idempotency: network.idempotency === 'none' ? 'none' : own.idempotency,
    text: text && { ...text, max: tighter(text.max, textMax) },
    images: imagesOf(network),
    video: videoOf(network),
    rates: own.rates,
    metrics: {
      post: metrics.post.filter((one) => own.metrics.post.includes(one)),
      channel: metrics.channel.filter((one) => own.metrics.channel.includes(one)),
    },
  })
}

function imagesOf({ images }: Manifest): Manifest['images'] {
  if (!images) return undefined
  return {
    ...images,
    max: tighter(images.max, imagesMax),
    maxBytes: tighter(images.maxBytes, imageMaxBytes),
    types: images.types.filter((type) => imageTypes.includes(type)),
    maxAltLength: tighter(images.maxAltLength ?? altMax, altMax),
  }
}

function videoOf({ video }: Manifest): Manifest['video'] {
  const types = video?.types.filter((type) => videoTypes.includes(type)) ?? []
  if (!video || types.length === 0) return undefined
  return { ...video, maxBytes: tighter(video.maxBytes, videoMaxBytes), types }
}

/** The practice network's own form, without its second place. */
function signUpForm(name: string) {
  const { fields, method } = own.connect
  const hint = {
    en: 'Yours if it is free.',
    fr: 'Il est à vous s’il est libre.',
  }
  return {
    method,
    fields: fields.map((field) => (field.name === 'handle' ? { ...field, hint } : field)),
    help: {
      en: `Nothing is asked of ${name}: choose any handle and password. The account is made at once on the practice network, with a few hundred invented followers.`,
      fr: `Rien n’est demandé à ${name}\u00a0: choisissez un identifiant et un mot de passe. Le compte est créé aussitôt sur le réseau d’entraînement, avec quelques centaines d’abonnés inventés.`,
    },
  }
}
