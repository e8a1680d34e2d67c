import type { Dice } from './dice.ts';

const possibilities = [
  'Vaste tijden, rustige omgeving',
  'Zittend werk, 16 uur per week',
  'Praktisch werk met begeleiding',
  'Licht lichamelijk werk',
  'Werk in een klein team',
  'Administratief werk in eigen tempo',
];
const obstacles = [
  'Beperkte energie in de middag',
  'Wisselende belastbaarheid',
  'Reizen in de spits lukt niet',
  'Heeft structuur en uitleg nodig',
  'Schulden, hulp loopt',
  '',
];
const goals = [
  'Logistiek, 16 tot 20 uur per week',
  'Groenvoorziening met jobcoach',
  'Terug in de zorg, andere functie',
  'Winkelwerk, opbouwend tot 24 uur',
  'Eerst een werkervaringsplaats',
  'Kantoorwerk in de regio',
];
const supports = [
  'Jobcoach',
  'Werkfit-traject',
  'Gesprek om de drie maanden',
  'Aangepaste werkplek',
  'Samen met de gemeente',
  '',
];

/** What an adviser wrote down of somebody's possibilities; invented, and about work only. */
export function drawTexts(dice: Dice): readonly [string, string, string, string] {
  return [dice.pick(possibilities), dice.pick(obstacles), dice.pick(goals), dice.pick(supports)];
}
