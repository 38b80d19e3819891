/** Row of the keyboard table of an element. */
export interface Keys {
  /** Names of keys as `KeyboardEvent.key` has them, after modifiers: `Shift+PageUp`. */
  readonly keys: readonly string[];
  /** Place that has the focus. */
  readonly on: string;
  readonly effect: string;
}

const card: Keys = {
  keys: ['Escape'],
  on: 'source card',
  effect: 'Closes it; the focus is on its number, its badge or its word again.',
};
const chips: readonly Keys[] = [
  {
    keys: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'],
    on: 'chips, where there are many',
    effect: 'Go to the chip before or after: all chips are one stop.',
  },
  { keys: ['Home', 'End'], on: 'chips, where there are many', effect: 'Go to the first or the last chip.' },
];

/**
 * Keys that elements handle themselves, by tag. What every button, link and field of a browser does (Tab, Enter, Space)
 * is not repeated here. A test compares this table with the keys that the code of each element reads.
 */
export const keyboard: Readonly<Record<string, readonly Keys[]>> = {
  'ess-breakdown': [
    { keys: ['ArrowLeft', 'ArrowUp'], on: 'mark of a chart', effect: 'Go to the mark before.' },
    { keys: ['ArrowRight', 'ArrowDown'], on: 'mark of a chart', effect: 'Go to the next mark.' },
    { keys: ['Home', 'End'], on: 'mark of a chart', effect: 'Go to the first or the last mark.' },
    card,
  ],
  'ess-data-check': [],
  'ess-event-agenda': [
    {
      keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
      on: 'day of the month',
      effect: 'Choose the day before or after, or the same day of the week before or after.',
    },
    { keys: ['Home', 'End'], on: 'day of the month', effect: 'Choose the first or the last day of the week.' },
    {
      keys: ['PageUp', 'PageDown', 'Shift+PageUp', 'Shift+PageDown'],
      on: 'day of the month',
      effect: 'Choose the same day of the month before or after; with Shift, of the year.',
    },
    card,
  ],
  'ess-event-counter': [card],
  'ess-indicator': [card],
  'ess-member-list': [...chips, card],
  'ess-member-map': [
    {
      keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
      on: 'map',
      effect: 'Move the map.',
    },
    { keys: ['+', '=', '-'], on: 'map', effect: 'Zoom in, zoom in, zoom out.' },
    { keys: ['0', 'Home'], on: 'map', effect: 'Show the whole again.' },
    {
      keys: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'],
      on: 'marker',
      effect: 'Go to the marker before or after: all markers are one stop.',
    },
    { keys: ['Home', 'End'], on: 'marker', effect: 'Go to the first or the last marker.' },
    { keys: ['Escape'], on: 'marker', effect: 'Goes back to the map.' },
    { keys: ['Escape'], on: 'card of a member', effect: 'Closes it.' },
    { keys: ['Escape'], on: 'sheet of a narrow map', effect: 'Closes it, and goes back to its marker or its button.' },
    {
      keys: ['ArrowLeft', 'ArrowRight', 'Home', 'End'],
      on: 'tabs of a narrow map',
      effect: 'Show the map (ArrowLeft, Home) or the list (ArrowRight, End).',
    },
    ...chips,
    card,
  ],
  'ess-provider': [],
  'ess-report': [{ keys: ['Ctrl+p', 'Meta+p'], on: 'page', effect: 'Print the report once all of it is there.' }, card],
  'ess-table': [
    { keys: ['ArrowLeft', 'ArrowRight'], on: 'dot of a matrix', effect: 'Go to the dot before or after.' },
    { keys: ['ArrowUp', 'ArrowDown'], on: 'dot of a matrix', effect: 'Go to the nearest dot of a row above or below.' },
    { keys: ['Home', 'End'], on: 'dot of a matrix', effect: 'Go to the first or the last dot.' },
    card,
  ],
  'ess-territory-picker': [
    {
      keys: ['ArrowDown', 'ArrowUp'],
      on: 'field to search in, where there are many territories',
      effect: 'Open the list, and go to the territory after or before.',
    },
    { keys: ['Enter'], on: 'the same field', effect: 'Chooses the territory that is marked.' },
    { keys: ['Escape'], on: 'the same field', effect: 'Closes the list.' },
  ],
  'ess-territory-sheet': [card],
  'ess-timeline': [
    { keys: ['ArrowLeft', 'ArrowUp'], on: 'mark of the months', effect: 'Go to the mark before.' },
    { keys: ['ArrowRight', 'ArrowDown'], on: 'mark of the months', effect: 'Go to the next mark.' },
    { keys: ['Home', 'End'], on: 'mark of the months', effect: 'Go to the first or the last mark.' },
    card,
  ],
  'ess-trend': [card],
};
