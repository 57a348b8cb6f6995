import type { Language } from '#platform/text.ts'

const words = {
  en: {
    title: 'This link leads nowhere',
    body: 'It may have been copied without its end, or been deleted. Look at the post or message it came from, and try again.',
    otherLanguage: 'Ce lien ne mène nulle part : il a peut-être été mal copié, ou supprimé.',
  },
  fr: {
    title: 'Ce lien ne mène nulle part',
    body: 'Il a peut-être été copié sans sa fin, ou supprimé. Reprenez la publication ou le message d’où il vient, puis réessayez.',
    otherLanguage: 'This link leads nowhere: it may have been cut when copied, or deleted.',
  },
}

/** A page for people who followed a link that does not exist; it names no company and loads nothing. */
export function missingLinkPage(language: Language): string {
  const { title, body, otherLanguage } = words[language]
  const other = language === 'fr' ? 'en' : 'fr'
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 1rem/1.5 system-ui, sans-serif;
  background: light-dark(#fbf9f5, #0e1217); color: light-dark(#1b1f29, #ece9e4) }
main { max-width: 32rem; padding: 1.5rem; border-top: 2px solid; margin: 1rem }
h1 { font: 500 1.75rem/1.2 Georgia, serif; margin: 0 0 .75rem }
p { margin: 0 0 .75rem }
[lang]:not(html) { color: light-dark(#5f636c, #9f9b93); font-size: .875rem }
</style>
</head>
<body><main><h1>${title}</h1><p>${body}</p><p lang="${other}">${otherLanguage}</p></main></body>
</html>
`
}
