const EN = {
  usage: 'Usage',
  help: `vigie: the desk from a terminal

  vigie login ADDRESS              keep the desk's address and an API key (asked, never shown)
  vigie accounts                   connected accounts
  vigie post TEXT [--by ACCOUNT]…  schedule a post; without --at or --now it stays a draft
        --at 2026-12-01T09:00      wall time in the company's zone, or in --zone Europe/Paris
        --now                      publish at once
        --image FILE [--alt TEXT]  a picture and its description; may be repeated
        --key TEXT                 repeated with the same key, it is done once
  vigie posts [--from 2026-12-01 --to 2026-12-31]   what is planned; without dates, drafts and what needs you
  vigie show POST                  a post and the story of each delivery
  vigie move POST 2026-12-02T09:00 give a scheduled post another time
  vigie cancel POST                take a post off: nothing of it will leave
  vigie retry DELIVERY             send again what did not leave

  --json prints what the desk answered. VIGIE_URL and VIGIE_API_KEY win over what login kept.`,
  notSignedIn: 'No desk is known. Run: vigie login ADDRESS (or set VIGIE_URL and VIGIE_API_KEY).',
  unreachable: (url) => `No desk answers at ${url}.`,
  askKey: 'API key (Settings → API keys): ',
  kept: (name, file) => `Connected to ${name}. Kept in ${file}.`,
  noSuchAccount: (wanted, known) => `No account “${wanted}”. There are: ${known}.`,
  twoAccounts: (wanted, found) =>
    `“${wanted}” is several accounts: ${found}. Name one as NETWORK:ACCOUNT.`,
  noText: 'Give the text of the post.',
  noTarget: 'Name the post.',
  noTime: 'Give the new time, such as 2026-12-02T09:00.',
  bothTimes: '--at and --now say two different things.',
  noAddress: 'Give the address of the desk, such as https://vigie.example.com.',
  noKey: 'No key was given.',
  draft: (id) => `Draft kept: ${id}`,
  cancelled: 'Taken off: nothing of it will leave.',
}

const FR = {
  usage: 'Emploi',
  help: `vigie : le poste de publication depuis un terminal

  vigie login ADRESSE              retient l’adresse du poste et une clé d’API (demandée, jamais affichée)
  vigie accounts                   comptes connectés
  vigie post TEXTE [--by COMPTE]…  programme une publication ; sans --at ni --now, elle reste un brouillon
        --at 2026-12-01T09:00      heure locale de l’entreprise, ou de --zone Europe/Paris
        --now                      publie tout de suite
        --image FICHIER [--alt TEXTE]  une image et sa description ; peut être répété
        --key TEXTE                répétée avec la même clé, l’action n’a lieu qu’une fois
  vigie posts [--from 2026-12-01 --to 2026-12-31]   ce qui est prévu ; sans dates, les brouillons et ce qui vous attend
  vigie show PUBLICATION           une publication et l’histoire de chaque envoi
  vigie move PUBLICATION 2026-12-02T09:00  change l’heure d’une publication programmée
  vigie cancel PUBLICATION         la retire : rien n’en partira
  vigie retry ENVOI                relance ce qui n’est pas parti

  --json affiche la réponse du poste. VIGIE_URL et VIGIE_API_KEY l’emportent sur ce que login a retenu.`,
  notSignedIn:
    'Aucun poste connu. Lancez : vigie login ADRESSE (ou renseignez VIGIE_URL et VIGIE_API_KEY).',
  unreachable: (url) => `Aucun poste ne répond à ${url}.`,
  askKey: 'Clé d’API (Réglages → Clés d’API) : ',
  kept: (name, file) => `Connecté à ${name}. Retenu dans ${file}.`,
  noSuchAccount: (wanted, known) => `Aucun compte « ${wanted} ». Il y a : ${known}.`,
  twoAccounts: (wanted, found) =>
    `« ${wanted} » désigne plusieurs comptes : ${found}. Précisez RÉSEAU:COMPTE.`,
  noText: 'Donnez le texte de la publication.',
  noTarget: 'Nommez la publication.',
  noTime: 'Donnez la nouvelle heure, par exemple 2026-12-02T09:00.',
  bothTimes: '--at et --now se contredisent.',
  noAddress: 'Donnez l’adresse du poste, par exemple https://vigie.exemple.fr.',
  noKey: 'Aucune clé n’a été donnée.',
  draft: (id) => `Brouillon gardé : ${id}`,
  cancelled: 'Retirée : rien n’en partira.',
}

/** The reader's language, as the terminal tells it (POSIX: LC_ALL, then LC_MESSAGES, then LANG). */
export const languageOf = ({ LC_ALL, LC_MESSAGES, LANG }) =>
  /^fr/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'fr' : 'en'

export const wordsFor = (env) => (languageOf(env) === 'fr' ? FR : EN)
