import type { Found, Gone } from '#connectors/_contract/connector.ts'

type Author = NonNullable<Found['author']>

/** Somebody who wrote of Morel, once, and of something else that no query looks for. */
export interface Voice {
  author: Author
  post: Found
  unheard: Found
  /** What they say that nobody else does, and where it stands. */
  words: string[]
  names: string[]
}

/**
 * Yanis, who deletes what he wrote; Lucie, who deletes her account; and Sofia, of whom nothing is ever asked. No two
 * companies hear the same ones.
 */
export function voices(): { yanis: Voice; lucie: Voice; sofia: Voice } {
  return {
    yanis: voice('Haddad', 'Dernier avertissement, Morel : payez ou tout sera publié demain.', 2),
    lucie: voice('Vauquelin', 'Atelier Morel : payez-moi 500 euros ou je publie vos factures.', 1),
    sofia: voice(
      'Benali',
      'Le berceau Morel s’est effondré, notre bébé est blessé et à l’hôpital.',
      1,
    ),
  }
}

export const goneOf = ({ yanis, lucie }: ReturnType<typeof voices>): Gone => ({
  posts: [yanis.post.remoteId, yanis.unheard.remoteId],
  authors: [lucie.author.remoteId],
})

/** The same as somebody said, by another. */
export function reshareOf({ post: { remoteId, at } }: Voice, text: string): Found {
  const { author } = voice('Morin', text, 3)
  const again = `encore-${remoteId}`
  const url = `https://square.example/${again}`
  return { remoteId: again, url, author, text, at, reshareOf: remoteId }
}

let count = 0

function voice(family: string, text: string, hoursAgo: number): Voice {
  const mark = String(++count).padStart(4, '0')
  const name = `Lou ${family}${mark}`
  const handle = `@${family.toLowerCase()}${mark}`
  const author = {
    remoteId: `acct:${mark}`,
    handle,
    name,
    profileUrl: `https://square.example/${handle}`,
    // The more, the later they spoke: who began and who carried it farthest are not the same.
    followers: 9_000 - 1_000 * hoursAgo,
  }
  const own = `zygomate${mark}`
  const said = (remoteId: string, words: string): Found => ({
    remoteId,
    url: `https://square.example/${remoteId}`,
    author,
    text: `${words} (${own})`,
    at: new Date(Date.now() - hoursAgo * 3_600_000),
  })
  const [post, unheard] = [said(`p-${mark}`, text), said(`q-${mark}`, 'Un buffet en noyer.')]
  return { author, post, unheard, words: [own, post.url, unheard.url], names: [name, handle] }
}
