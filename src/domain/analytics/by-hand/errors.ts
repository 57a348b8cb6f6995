import { problemKind } from '#platform/http/problem.ts'

export const readByNetwork = problemKind(
  'figures.read',
  409,
  {
    en: 'These figures are read from the network',
    fr: 'Ces chiffres sont relevés sur le réseau',
  },
  {
    en: 'Only posts that a person published by hand are counted by hand.',
    fr: 'Seules les publications faites à la main se comptent à la main.',
  },
)

export const notThere = problemKind(
  'figures.not_there',
  409,
  { en: 'It is not published yet', fr: 'Elle n’est pas encore publiée' },
  {
    en: 'Say first that it is done; then enter its figures.',
    fr: 'Indiquez d’abord que c’est fait ; saisissez ensuite ses chiffres.',
  },
)

export const notCounted = problemKind(
  'figures.not_counted',
  422,
  { en: 'That is not counted there', fr: 'Cela ne se compte pas à cet endroit' },
  {
    en: '{account} is not counted by {metric}.',
    fr: '{account} ne se compte pas en {metric}.',
  },
)

export const wrongDay = problemKind(
  'figures.wrong_day',
  422,
  { en: 'That day cannot be counted', fr: 'Ce jour ne peut pas être compté' },
  {
    en: 'A post is counted from the day it was published, for {days} days, and never ahead: from {from} to {to}.',
    fr: 'Une publication se compte à partir du jour où elle a été faite, pendant {days} jours, et jamais d’avance : du {from} au {to}.',
  },
)

export const dayAhead = problemKind(
  'visits.day_ahead',
  422,
  { en: 'That day is still to come', fr: 'Ce jour est à venir' },
  { en: 'Count today, or a day before.', fr: 'Comptez aujourd’hui, ou un jour passé.' },
)

export const noVisits = problemKind(
  'visits.none',
  409,
  { en: 'Nobody comes and goes there', fr: 'On n’y compte pas de passages' },
  {
    en: '{account} is not a place where people check in.',
    fr: '{account} n’est pas un lieu où l’on enregistre son passage.',
  },
)
