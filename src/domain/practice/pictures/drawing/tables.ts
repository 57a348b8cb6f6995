import { box, disc, ink, line, path, room, shadow } from './shapes.ts'

export const table = () =>
  room(
    shadow(130, 820) +
      line('M240 700 L276 446 M840 700 L804 446', ink.walnut, 28) +
      box(120, 410, 840, 44, ink.oak, 10) +
      line('M150 432 H640 M420 422 H920', '#b3884f', 4) +
      path('M470 410 Q462 330 500 300 Q538 330 530 410 Z', ink.night) +
      line('M500 300 Q486 232 446 206 M500 300 Q512 220 560 196 M500 300 V180', ink.sage, 7) +
      disc(446, 204, 18, ink.sage) +
      disc(560, 194, 18, ink.sage) +
      disc(500, 176, 18, ink.sage) +
      box(650, 384, 120, 26, ink.cream, 12),
  )

export const desk = () =>
  room(
    shadow(240, 600) +
      line('M290 700 V470 M790 700 V470', ink.oak, 24) +
      box(250, 430, 580, 44, ink.oak, 8) +
      box(560, 474, 230, 84, '#b3884f', 8) +
      disc(675, 516, 9, ink.brass) +
      box(320, 330, 190, 100, ink.night, 10) +
      box(300, 420, 230, 12, ink.shade, 6) +
      line('M690 430 L720 330 L660 280', ink.brass, 10) +
      path('M628 300 L668 240 L708 290 Z', ink.clay),
    '#e2dccb',
  )

export const sideboard = () =>
  room(
    shadow(120, 840) +
      line('M220 700 V650 M860 700 V650', ink.brass, 16) +
      box(130, 400, 820, 256, '#9c5b3c', 10) +
      [0, 1, 2, 3]
        .map((i) => box(146 + i * 199, 416, 190, 224, i % 2 ? '#a8653f' : '#ad6b45', 6))
        .join('') +
      box(250, 300, 90, 100, ink.sage, 40) +
      box(640, 250, 170, 150, ink.cream, 4) +
      path('M656 386 L710 300 L750 352 L772 326 L796 386 Z', ink.night),
    '#eadfce',
  )

export const lamp = () =>
  room(
    `<ellipse cx="540" cy="470" rx="330" ry="250" fill="#fff2cf" opacity="0.5"/>` +
      shadow(410, 260) +
      line('M540 690 V330', ink.brass, 12) +
      box(450, 684, 180, 18, ink.brass, 9) +
      path('M440 330 L486 190 H594 L640 330 Z', ink.clay) +
      line('M440 330 H640', '#f6d9a8', 8),
    '#d9cdb9',
    '#bda583',
  )
