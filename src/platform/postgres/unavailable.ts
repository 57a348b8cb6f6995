import type { Text } from '#platform/text.ts'

/** The private PostgreSQL cannot serve here; `text` tells the person what to do about it. */
export class PostgresUnavailable extends Error {
  override readonly name = 'PostgresUnavailable'
  readonly text: Text

  constructor(text: Text) {
    super(text.en)
    this.text = text
  }
}

/** @param why a whole sentence; the advice to bring one's own server is added to it. */
export function askForServer(why: Text): PostgresUnavailable {
  return new PostgresUnavailable({
    en: `${why.en} Set DATABASE_URL to a PostgreSQL server instead: postgres://user:password@host:5432/database.`,
    fr: `${why.fr} Renseignez DATABASE_URL avec l’adresse d’un serveur PostgreSQL : postgres://utilisateur:motdepasse@hote:5432/base.`,
  })
}
