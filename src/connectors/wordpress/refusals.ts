import type { Reply } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { imageRefused } from '#connectors/_contract/refusals.ts'
import { messageOf } from '#connectors/_contract/usual-failure.ts'
import type { Text } from '#platform/text.ts'
import { codeOf, network } from './reply.ts'

/** How long WordPress makes people wait between two comments (wp_throttle_comment_flood, WordPress 6.5). */
const floodMs = 15_000

/** What WordPress means by its refusals, where HTTP alone does not tell: by the names it gives them. */
export function refusalOf(reply: Reply, tools: Pick<Tools, 'clock'>): Failure | null {
  const code = codeOf(reply)
  const detail = `${reply.status} ${code} ${messageOf(reply)}`.trim()
  const reject = (reason: Text, field?: string): Failure => ({
    kind: 'rejected',
    reason,
    detail,
    ...(field ? { field } : {}),
  })
  // A password that is not known makes a stranger of us, who may not ask for drafts: 400, with a 401 inside.
  if (code === 'rest_invalid_param' && /"data":\{"status":401\}/.test(reply.text)) {
    return { kind: 'auth', detail }
  }
  if (code === 'comment_flood') {
    return { kind: 'rate', until: new Date(tools.clock.now().getTime() + floodMs), detail }
  }
  // WordPress answers 500 for a file that PHP or its own rules refuse.
  if (reply.status === 413 || (code.startsWith('rest_upload_') && isTooBig(messageOf(reply)))) {
    return reject(imageTooHeavyThere, 'images')
  }
  if (code.startsWith('rest_upload_')) return reject(imageRefused(network), 'images')
  if (reply.status === 401 || reply.status === 429) return null
  if (/^rest_(cannot|forbidden)/.test(code)) return reject(notAllowed)
  if (code === 'rest_comment_closed') return reject(commentsClosed)
  if (code === 'comment_duplicate') return reject(saidAlready, 'text')
  if (code === 'comment_content_column_length') return reject(commentTooLong, 'text')
  return null
}

const isTooBig = (message: string) => /upload_max_filesize|too big|MAX_FILE_SIZE/i.test(message)

const imageTooHeavyThere: Text = {
  en: 'An image is heavier than this site accepts. Use a lighter one, or have the site’s upload limit raised.',
  fr: 'Une image est plus lourde que ce site ne l’accepte. Choisissez-en une plus légère, ou faites relever la limite d’envoi du site.',
}

export const notAllowed: Text = {
  en: 'The role of this account on the site does not allow this. Ask an administrator of the site for the Author or Editor role.',
  fr: 'Le rôle de ce compte sur le site ne le permet pas. Demandez à un administrateur du site le rôle Auteur ou Éditeur.',
}

const commentsClosed: Text = {
  en: 'Comments are closed under this post. Open them in WordPress, or answer elsewhere.',
  fr: 'Les commentaires sont fermés sous cette publication. Ouvrez-les dans WordPress, ou répondez ailleurs.',
}

const saidAlready: Text = {
  en: 'These very words were already said there: WordPress refuses the same comment twice. Change a word.',
  fr: 'Ces mots y ont déjà été dits : WordPress refuse deux fois le même commentaire. Changez un mot.',
}

const commentTooLong: Text = {
  en: 'WordPress does not accept a comment this long. Shorten it.',
  fr: 'WordPress n’accepte pas un commentaire aussi long. Raccourcissez-le.',
}
