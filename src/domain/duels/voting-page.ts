import { say, type Text } from '#platform/text.ts'
import type { Duel, Side } from './tables.ts'

const LETTERS: Record<Side, 'a' | 'b'> = { first: 'a', second: 'b' }

/** The page where people vote: no script, nothing foreign, two pictures and two buttons. */
export function votingPage(
  duel: Duel,
  { chosen, voted, now }: { chosen: Side | null; voted: boolean; now: Date },
): string {
  const { question, language, closesAt, closedAt } = duel
  const isOver = closedAt !== null || closesAt <= now
  const until = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
  }).format(closesAt)
  const note = isOver ? over : voted ? thanks : invite
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<title>${escaped(question)}</title>
<style>${STYLE}</style>
</head>
<body><main>
<h1>${escaped(question)}</h1>
<p role="status">${escaped(say(note, language, { until }))}</p>
<div class="pair">
${(['first', 'second'] as const).map((side) => half(duel, side, { chosen, isOver })).join('\n')}
</div>
<p class="small">${escaped(say(privacy, language))}</p>
</main></body>
</html>
`
}

function half(
  duel: Duel,
  side: Side,
  { chosen, isOver }: { chosen: Side | null; isOver: boolean },
): string {
  const { code, language } = duel
  const { label } = duel[side]
  const letter = LETTERS[side]
  const isChosen = chosen === side
  const button = isOver
    ? ''
    : `<form method="post" enctype="multipart/form-data" action="/v/${code}/${letter}">
<button${isChosen ? ' class="chosen"' : ''}>${escaped(say(isChosen ? mine : choose, language, { label }))}</button></form>`
  return `<figure><img src="/v/${code}/${letter}/picture" alt="" width="480" height="480">
<figcaption>${escaped(label)}</figcaption>${button}</figure>`
}

const STYLE = `
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#fbf9f5, #0e1217); color: light-dark(#1b1f29, #ece9e4) }
main { max-width: 56rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { font: 500 1.75rem/1.2 Georgia, serif; margin: 0 0 .5rem }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin: 1.5rem 0; border-top: 1px solid; padding-top: 1rem }
figure { margin: 0; display: grid; gap: .75rem; align-content: start }
img { width: 100%; height: auto; aspect-ratio: 1; object-fit: contain; background: light-dark(#f3f1eb, #080b10) }
figcaption { font: 500 1.25rem/1.3 Georgia, serif }
button { font: inherit; font-weight: 600; width: 100%; min-height: 3rem; border-radius: 4px; border: 1px solid light-dark(#126154, #61cab2);
  background: none; color: light-dark(#126154, #61cab2); cursor: pointer; padding: .5rem 1rem }
button.chosen, button:hover { background: light-dark(#126154, #61cab2); color: light-dark(#fdfcf8, #071512) }
button:focus-visible { outline: 2px solid light-dark(#126154, #61cab2); outline-offset: 2px }
.small { font-size: .875rem; color: light-dark(#5f636c, #9f9b93) }
`

const invite: Text = {
  en: 'Which would you rather have? Answer until {until}.',
  fr: 'Lequel préféreriez-vous ? Vous pouvez répondre jusqu’au {until}.',
}

const thanks: Text = {
  en: 'Thank you: your answer is counted. You may change it until {until}.',
  fr: 'Merci : votre réponse est comptée. Vous pouvez la changer jusqu’au {until}.',
}

const over: Text = {
  en: 'This vote is over. Thank you to all who answered.',
  fr: 'Ce vote est terminé. Merci à toutes les personnes qui ont répondu.',
}

const choose: Text = { en: 'I prefer {label}', fr: 'Je préfère {label}' }
const mine: Text = { en: '{label}: my choice', fr: '{label} : mon choix' }

const privacy: Text = {
  en: 'Your browser keeps a random number so that you vote once. Your address is not kept.',
  fr: 'Votre navigateur garde un nombre aléatoire pour que vous ne votiez qu’une fois. Votre adresse n’est pas conservée.',
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
