import { z } from 'zod'

const media = z.object({ caption: z.string().optional(), filename: z.string().optional() })

/** What we use of a message as WhatsApp tells it (Meta's OpenAPI v23.0, /whatsapp/webhooks). */
export const messageSchema = z.object({
  id: z.string().min(1).max(200),
  from: z.string().min(1),
  /** Seconds since 1970. */
  timestamp: z.string().regex(/^\d{9,11}$/),
  type: z.string(),
  text: z.object({ body: z.string() }).optional().catch(undefined),
  image: media.optional().catch(undefined),
  video: media.optional().catch(undefined),
  document: media.optional().catch(undefined),
  location: z
    .object({
      latitude: z.number(),
      longitude: z.number(),
      name: z.string().optional(),
      address: z.string().optional(),
    })
    .optional()
    .catch(undefined),
  contacts: z
    .array(
      z.object({
        name: z.object({ formatted_name: z.string() }),
        phones: z.array(z.object({ phone: z.string().optional() })).default([]),
      }),
    )
    .optional()
    .catch(undefined),
  button: z.object({ text: z.string() }).optional().catch(undefined),
  interactive: z
    .object({
      list_reply: z.object({ title: z.string() }).optional(),
      button_reply: z.object({ title: z.string() }).optional(),
    })
    .optional()
    .catch(undefined),
  order: z
    .object({
      text: z.string().default(''),
      product_items: z.array(
        z.object({ product_retailer_id: z.string(), quantity: z.coerce.number() }),
      ),
    })
    .optional()
    .catch(undefined),
  /** Of a group: everybody there reads an answer. */
  group_id: z.string().optional().catch(undefined),
})

export type Received = z.infer<typeof messageSchema>

/**
 * The words of a message. What is no text is said in brackets, for whoever answers has to know of it: it is looked at
 * on the telephone.
 * @returns null for what nobody says: reactions, and notices of WhatsApp itself
 */
export function wordsOf(message: Received): string | null {
  const { type, text, button, interactive, location, contacts, order } = message
  switch (type) {
    case 'text':
      return text?.body ?? null
    case 'button':
      return button?.text ?? null
    case 'interactive':
      return interactive?.list_reply?.title ?? interactive?.button_reply?.title ?? null
    case 'location': {
      if (!location) return null
      const { latitude, longitude, name, address } = location
      const place = [name, address].filter(Boolean).join(', ')
      return [place, `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}`]
        .filter(Boolean)
        .join('\n')
    }
    case 'contacts':
      return (contacts ?? [])
        .map(({ name, phones }) =>
          [name.formatted_name, ...phones.map(({ phone }) => phone)].filter(Boolean).join(' '),
        )
        .join('\n')
    case 'order':
      return orderWords(order)
    case 'reaction':
    case 'system':
      return null
    default:
      return withCaption(message)
  }
}

function orderWords(order: Received['order']): string | null {
  if (!order) return null
  const items = order.product_items.map((one) => `${one.quantity} × ${one.product_retailer_id}`)
  return [order.text, ...items].filter(Boolean).join('\n')
}

const SIGNS: Record<string, string> = {
  image: '📷',
  video: '🎬',
  audio: '🎤',
  document: '📄',
  sticker: '🖼️',
}

/** A sign says the kind in every language; what WhatsApp cannot hand on itself is a question mark. */
function withCaption({ type, image, video, document }: Received): string {
  const { caption, filename } = image ?? video ?? document ?? {}
  return [`[${SIGNS[type] ?? '?'}]`, caption ?? filename].filter(Boolean).join(' ')
}
