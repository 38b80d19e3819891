import type { Translation } from './messages.ts';
import type { near as fr } from './near.fr.ts';

/** English texts of what is near the visitor, or near a commune. */
export const near: Translation<typeof fr> = {
  nearAsking: 'Asking for your location…',
  nearDenied: 'Location refused. Enter a town in the search field.',
  nearFailed: 'Location not found. Enter a town in the search field.',
  nearUnknown: 'Town unknown to these data: {code}.',
  nearPlace: 'Near {name}',
  nearDepartement: '{division}: {name}',
  nearSuggestions: 'Suggestions',
  nearSuggested: 'Suggestion: {what}',
  nearRadius: 'Distance',
  nearWithin: 'within {km} km',
  nearWithinOf: 'within {km} km of {name}',
  nearWithinOwn: 'within {km} km of my location',
  nearAny: 'at any distance',
  nearRemove: 'Remove',
  nearDistance: '{km} km',
  nearAbout: 'about {km} km',
  nearSame: 'same town',
  nearUnplaced: {
    one: '{n} without a known address or town is not counted',
    other: '{n} without a known address or town are not counted',
  },
  nearNone: 'No result within {km} km',
  nearNoneOf: 'No result within {km} km of {name}',
  nearNearest: 'The nearest is {km} km away.',
  nearWiden: 'Widen to {km} km',
  nearWidenAny: 'Search at any distance',
};
