/** The table of services in the language of host sites, with the examples of the core. It needs a `php`, which `npm test` installs where it may. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readAddress } from '@ess-widgets/core/data/address';
import { describe, expect, it } from 'vitest';
import secrets from '../../packages/core/src/data/services/secret-vectors.json' with { type: 'json' };
import { readServices } from '../sync/services.ts';

interface Answer {
  readonly secrecy: string | null;
  readonly asked: readonly string[];
  /** Where the answer was something else, and where there was none in time. */
  readonly cures: readonly string[];
  readonly reading: {
    readonly service: string;
    readonly requests: readonly string[];
    readonly remedy: { readonly fr: string; readonly en: string };
    readonly format: string;
    readonly kind: string;
    readonly probe: string;
  } | null;
}
type Host = 'wordpress' | 'spip';

const { services } = readServices(path.resolve(import.meta.dirname, '../..'));
const EXAMPLES = services.flatMap(({ examples }) => examples.map(([pasted]) => pasted));
/** Addresses that no service knows, or that are nearly those of one. */
const ORDINARY = [
  'https://site.fr/data.csv',
  'https://site.fr/agenda/export.json',
  'https://site.fr/doc/documentation2026/',
  'https://site.fr/s/associationslocales',
  'https://site.fr/public/grid/liste',
  'https://site.fr/events/?ical=1',
  'https://www.youtube.com/@pole_invente',
  'https://www.google.com/maps/place/Rennes',
  'https://site.fr/%E0%A4%A/?src=%zz&cid=a%40b',
];

/** Returns what PHP reads addresses as. */
function inPhp(addresses: readonly string[], host: Host): readonly Answer[] {
  const input = JSON.stringify(addresses.map((address) => [address, host]));
  const { error, stdout, stderr } = spawnSync('php', [path.join(import.meta.dirname, 'services.php')], {
    input,
    encoding: 'utf8',
  });
  if (error) throw new Error('This test needs PHP: apt-get install php-cli.', { cause: error });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** Returns what the core reads an address as, in the form of PHP. */
function inCore(address: string, host: Host): Answer['reading'] {
  const found = readAddress(address, host);
  if (!found) return null;
  const { service = '', src, also = [], remedy, format = '', kind = '', probe = '' } = found;
  const { fr, en = '' } = remedy ?? { fr: '' };
  return { service, requests: src === undefined ? [] : [src, ...also], remedy: { fr, en }, format, kind, probe };
}

describe('the table of services in PHP', () => {
  it.each(['wordpress', 'spip'] as const)('reads every example as the core does (%s)', (host) => {
    const all = [...EXAMPLES, ...ORDINARY, ...secrets.map(([address]) => address as string)];
    const answers = inPhp(all, host);
    const read = answers.map(({ reading }) => {
      if (!reading) return null;
      const { service, requests, remedy, format, kind, probe } = reading;
      return requests.length > 0 ? { service, requests, remedy, format, kind, probe } : { service, requests, remedy };
    });
    const expected = all.map((address) => {
      const { service = '', requests = [], remedy, ...rest } = inCore(address, host) ?? {};
      if (remedy === undefined) return null;
      return requests.length > 0 ? { service, requests, remedy, ...rest } : { service, requests, remedy };
    });
    expect(read).toEqual(expected);
  });

  it('tells what an address gives away as the core does', () => {
    const answers = inPhp(
      secrets.map(([address]) => address as string),
      'wordpress',
    );
    expect(answers.map(({ secrecy }) => secrecy)).toEqual(secrets.map(([, secrecy]) => secrecy));
  });

  it('names the button of a service where its address was not read, in the words of the host', () => {
    const cures = (address: string, host: Host): readonly string[] => inPhp([address], host)[0]?.cures ?? [];
    const form = 'https://framaforms.org/inscription-1234567890';
    expect(cures(form, 'wordpress')[0]).toMatch(
      /Téléchargez les résultats .* téléversez le fichier dans «\s?Médias\s?»/,
    );
    expect(cures(form, 'spip')[0]).toMatch(/joignez le fichier à un article/);
    // It would be read if it were public; a server that is late is not cured by a button.
    const [shut, late] = cures('https://nuage.exemple.fr/apps/calendar/p/aB3dE5fG7hJ9kL2m', 'wordpress');
    expect(shut).toMatch(/«\s?Sources du site\s?»/);
    expect(late).toBe('');
    expect(cures('https://openagenda.com/fr/pole-invente', 'wordpress')[0]).toMatch(/#key=votre-clé\. Elle reste/);
    expect(cures('https://site.fr/data.csv', 'wordpress')).toEqual(['', '']);
  });

  it('asks the address of the data where one answer is all of them, else the saved one', () => {
    const asked = (address: string): readonly string[] => inPhp([address], 'wordpress')[0]?.asked ?? [];
    expect(asked('https://teamup.com/ksinvente12')).toEqual(['https://ics.teamup.com/feed/ksinvente12/0.ics']);
    expect(asked('https://calendar.google.com/calendar/embed?src=a%40b.fr&src=c%40d.fr')).toHaveLength(2);
    expect(asked('https://docs.google.com/spreadsheets/d/e/2PACX-1vInvente/pubhtml')).toEqual([
      'https://docs.google.com/spreadsheets/d/e/2PACX-1vInvente/pub?output=csv',
    ]);
    const page = 'https://docs.getgrist.com/jGd2ge4dy2ZMkQ9xYtRw3a/Adherents';
    expect(asked(page)).toEqual([page]);
    const secret = 'https://calendar.google.com/calendar/ical/a%40b.fr/private-0123456789/basic.ics';
    expect(asked(secret)).toEqual([secret]);
  });
});
