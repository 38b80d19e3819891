import type { InventedCommune } from './places.ts';
import type { Random } from './random.ts';
import { range, SOURCE, type Written } from './written.ts';

const KINDS = [
  'Atelier',
  'Ressourcerie',
  'Café',
  'Jardin',
  'Maison',
  'Ferme',
  'Théâtre',
  'Épicerie',
  'Garage',
  'Cantine',
];
const LINKS = ['de la', 'du', 'des', 'aux', 'et'];
const STARTS = 'Mar Lo Sil Bru Ca Dor Fé Gal Hél Ir Jo Ki Lu Mo Na Or Pa Qui Ra Sé Ta Ur Va Za'.split(' ');
const ENDS = 'une elle ane ombre ise ette oire ime ade èche onde urne asse uge olle ique'.split(' ');
const FORMS = ['association', 'scop', 'scic', 'mutuelle', 'fondation'];
const ACTIVITIES = [
  'Réemploi',
  'Culture',
  'Sport',
  'Alimentation',
  'Logement',
  'Aide à domicile',
  'Énergie',
  'Mobilité',
];

/** Returns a coined word of three to five syllables: names that resemble each other by chance only. */
function coined(random: Random): string {
  const middle = range(random.between(1, 3)).map(() => random.pick(STARTS).toLowerCase());
  return `${random.pick(STARTS)}${middle.join('')}${random.pick(ENDS)}`;
}

/** Returns an invented name, some with the town in it. */
export function makeName(random: Random, town: string): string {
  const kind = random.pick(KINDS);
  const draw = random.next();
  if (draw < 0.4) return `${kind} ${coined(random)}`;
  if (draw < 0.7) return `${kind} ${random.pick(LINKS)} ${coined(random)} ${coined(random)}`;
  return `${kind} ${coined(random)} de ${town}`;
}

function positionOf(random: Random, { id, position }: InventedCommune): Written<'organisations'>['position'] {
  if (random.chance(0.05)) return null;
  if (random.chance(0.4)) return { ...position, precision: 'commune', territory: id };
  const near = (degrees: number): number => Math.round((degrees + (random.next() - 0.5) * 0.04) * 1e5) / 1e5;
  return { lon: near(position.lon), lat: near(position.lat), precision: 'address' };
}

/** Organisations of the invented network, spread over its communes. */
export function makeOrganisations(
  count: number,
  communes: readonly InventedCommune[],
  random: Random,
): readonly Written<'organisations'>[] {
  return range(count).map((n) => {
    const commune = random.pick(communes);
    const name = makeName(random, commune.name);
    return {
      id: `organisation-${n}`,
      name,
      ...(random.chance(0.1) ? { aliases: [`${name} (réseau)`] } : {}),
      legalForm: random.pick(FORMS),
      ...(random.chance(0.8) ? { siren: String(300_000_000 + n * 7) } : {}),
      territories: [commune.id],
      position: positionOf(random, commune),
      town: commune.name,
      activities: [random.pick(ACTIVITIES)],
      ...(random.chance(0.6) ? { links: [{ kind: 'site' as const, url: `https://www.example.org/o/${n}` }] } : {}),
      source: SOURCE,
    };
  });
}
