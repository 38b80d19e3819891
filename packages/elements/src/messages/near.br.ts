import type { Translation } from './messages.ts';
import type { near as fr } from './near.fr.ts';

/** Breton texts of what is near the visitor, or near a commune. They wait for a speaker’s review; what is missing falls back to French. */
export const near: Translation<typeof fr> = {
  nearDenied: 'Lec’hiadur nac’het. Roit ur gumun.',
  nearPlace: '{name} ha tro-dro',
  nearDepartement: '{division}: {name}',
  nearRadius: 'Hed',
  nearWithin: 'nebeutoc’h eget {km}\u202fkm',
  nearWithinOf: 'nebeutoc’h eget {km}\u202fkm diouzh {name}',
  nearWithinOwn: 'nebeutoc’h eget {km}\u202fkm diouzh va lec’hiadur',
  nearRemove: 'Lemel',
  nearDistance: '{km}\u202fkm',
  nearAbout: 'war-dro {km}\u202fkm',
  nearSame: 'er gumun',
  nearNone: 'Disoc’h ebet e nebeutoc’h eget {km}\u202fkm',
  nearNoneOf: 'Disoc’h ebet e nebeutoc’h eget {km}\u202fkm ({name})',
  nearWiden: 'Ledanaat betek {km}\u202fkm',
};
