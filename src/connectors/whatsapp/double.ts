import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import { mailingsDouble } from '#connectors/_contract/suite/mailings-double.ts'
import { graphError, graphFetch, json } from '#connectors/_meta/double.ts'
import type { Clock } from '#platform/clock.ts'

export const ourToken = 'EAAG-jeton-bien-secret'
export const ourPhone = '106540352242922'
export const ourAccount = '102290129340398'
export const ourApp = { appId: '1234567890123456', appSecret: 'cle-de-l-app' }

export const yanis = '33612345678'

export interface Sent {
  to: string
  type: string
  text?: { body: string }
  context?: { message_id: string }
  template?: {
    name: string
    language: { code: string }
    components: { type: string; parameters: { type: string; text: string }[] }[]
  }
}

export interface WhatsAppDouble extends NetworkDouble {
  /** What WhatsApp took, in order. */
  taken: Sent[]
  /** Whether our app is told of what happens. */
  subscribed: Set<string>
  templates: { name: string; language: string; status: string; components: object[] }[]
}

const marketing = (body: string, more: object[] = []) => [
  { type: 'HEADER', format: 'TEXT', text: 'Atelier Morel' },
  { type: 'BODY', text: body },
  { type: 'FOOTER', text: 'Pour ne plus en recevoir : Stop promotions' },
  { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop promotions' }] },
  ...more,
]

/** One number and its account, answering as Meta's OpenAPI document of the platform shows (v23.0, read 2026-11-25). */
export function whatsappDouble(clock: Clock): WhatsAppDouble {
  const taken: Sent[] = []
  const subscribed = new Set<string>()
  const ledger = mailingsDouble(clock)
  const templates = [
    {
      name: 'nouvelles',
      language: 'fr',
      status: 'APPROVED',
      components: marketing('{{1}} À bientôt !'),
    },
    {
      name: 'nouvelles_deux',
      language: 'fr',
      status: 'APPROVED',
      components: marketing('{{1}}\n\n{{2}}'),
    },
    { name: 'en_attente', language: 'fr', status: 'PENDING', components: marketing('{{1}}') },
    {
      name: 'bouton',
      language: 'fr',
      status: 'APPROVED',
      components: marketing('{{1}}', [
        { type: 'BUTTONS', buttons: [{ type: 'URL', url: 'https://a.fr/{{1}}' }] },
      ]),
    },
  ]
  const fetch = graphFetch({
    clock,
    open: /^\/$/,
    isToken: (token) => token === ourToken,
    routes: [
      [
        'GET',
        new RegExp(`^/${ourPhone}$`),
        () =>
          json({
            id: ourPhone,
            display_phone_number: '+33 7 00 00 00 01',
            verified_name: 'Atelier Morel',
            quality_rating: 'GREEN',
            name_status: 'APPROVED',
            code_verification_status: 'VERIFIED',
          }),
      ],
      [
        'GET',
        new RegExp(`^/${ourAccount}/message_templates$`),
        ({ params }) =>
          json({ data: templates.filter(({ name }) => name.includes(params.get('name') ?? '')) }),
      ],
      [
        'POST',
        new RegExp(`^/${ourAccount}/subscribed_apps$`),
        () => {
          subscribed.add(ourApp.appId)
          return json({ success: true })
        },
      ],
      [
        'GET',
        new RegExp(`^/${ourAccount}/subscribed_apps$`),
        () => json({ data: [...subscribed].map((id) => ({ whatsapp_business_api_data: { id } })) }),
      ],
      [
        'DELETE',
        new RegExp(`^/${ourAccount}/subscribed_apps$`),
        () => {
          subscribed.clear()
          return json({ success: true })
        },
      ],
      [
        'POST',
        new RegExp(`^/${ourPhone}/messages$`),
        ({ init }) => {
          const sent = JSON.parse(String(init.body)) as Sent
          if (!/^\+?\d{7,15}$/.test(sent.to))
            return graphError(131_026, 'Message undeliverable', { type: 'OAuthException' })
          taken.push(sent)
          const id = idOf(taken.length - 1)
          const to = sent.to.replace('+', '')
          return json({
            messaging_product: 'whatsapp',
            contacts: [{ input: sent.to, wa_id: to }],
            messages: [{ id, message_status: 'accepted' }],
          })
        },
      ],
    ],
  })
  return {
    taken,
    subscribed,
    templates,
    fetch,
    mailings: ledger.mailings,
    published: () => [...ledger.published(), ...taken.flatMap(answerIn)],
  }
}

/** What is said to one person under what they wrote; letters name no message. */
const answerIn = ({ context, text }: Sent, at: number): SeenPost[] =>
  context && text
    ? [{ remoteId: idOf(at), text: text.body, alts: [], replyTo: context.message_id }]
    : []

const idOf = (at: number) => `wamid.${String(at + 1).padStart(8, '0')}`

/** What Meta tells when somebody writes to the number. */
export const asked = (text: string, at: Date) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: ourAccount,
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '33700000001', phone_number_id: ourPhone },
            contacts: [{ profile: { name: 'Yanis Haddad' }, wa_id: yanis }],
            messages: [
              {
                from: yanis,
                id: `wamid.${Buffer.from(text).toString('base64')}`,
                timestamp: String(Math.floor(at.getTime() / 1000)),
                type: 'text',
                text: { body: text },
              },
            ],
          },
        },
      ],
    },
  ],
})
