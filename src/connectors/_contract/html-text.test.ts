import { expect, test } from 'vitest'
import { htmlToText } from './html-text.ts'

test.each([
  ['<p>Bonjour</p><p>à tous</p>', 'Bonjour\n\nà tous'],
  ['Un<br>deux<br />trois', 'Un\ndeux\ntrois'],
  ['<ul><li>Chêne</li><li>Noyer</li></ul>', 'Chêne\n\nNoyer'],
  ['a &lt; b &amp;amp; c&nbsp;!', 'a < b &amp; c\u00A0!'],
  ['<script>alert(1)</script><style>p{}</style>Visible', 'Visible'],
  ['<a href="https://a.fr"><span class="invisible">https://</span>a.fr</a>', 'https://a.fr'],
  ['<p>sans fin <b>gras', 'sans fin gras'],
  ['  beaucoup \n\n d’espace  ', 'beaucoup d’espace'],
  ['1 < 2 et 3 > 2', '1 < 2 et 3 > 2'],
  ['', ''],
])('%j reads %j', (html, text) => expect(htmlToText(html)).toBe(text))
