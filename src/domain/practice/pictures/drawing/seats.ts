import { box, disc, ink, line, path, room, shadow } from './shapes.ts'

export const chair = () =>
  room(
    shadow(400, 290) +
      line(
        'M430 700 L448 470 M650 700 L634 470 M448 470 L430 220 M634 470 L652 220',
        ink.walnut,
        20,
      ) +
      path('M425 210 Q540 160 657 210 L652 300 Q540 256 430 300 Z', ink.oak) +
      path('M428 470 H654 L664 508 Q540 524 418 508 Z', ink.oak) +
      [446, 490, 534, 578, 622].map((x) => line(`M${x} 474 l6 32`, ink.cream, 5)).join(''),
    '#e4e6dc',
  )

export const armchair = () =>
  room(
    shadow(320, 440) +
      line('M378 700 L398 610 M704 700 L684 610', ink.walnut, 22) +
      path('M368 330 Q540 190 712 330 L700 560 H380 Z', ink.sage) +
      box(330, 430, 84, 190, '#7b8a6d', 38) +
      box(668, 430, 84, 190, '#7b8a6d', 38) +
      box(398, 500, 286, 96, '#a3b094', 34),
    ink.cream,
    '#c9b393',
  )

export const sofa = () =>
  room(
    shadow(150, 780) +
      line('M230 700 V640 M850 700 V640', ink.walnut, 20) +
      box(200, 330, 680, 250, ink.clay, 46) +
      box(140, 420, 120, 220, '#a0563d', 48) +
      box(820, 420, 120, 220, '#a0563d', 48) +
      [256, 446, 636].map((x) => box(x, 480, 184, 124, '#c47a5f', 28)).join('') +
      box(690, 380, 120, 112, ink.cream, 20),
    '#e9e3d6',
  )

export const bench = () =>
  room(
    shadow(120, 840) +
      box(130, 510, 820, 40, ink.oak, 8) +
      line('M220 700 L250 550 M860 700 L830 550 M400 560 H680', ink.walnut, 22) +
      box(640, 452, 200, 58, ink.night, 18) +
      disc(330, 472, 40, ink.clay),
    '#dfe3e4',
  )
