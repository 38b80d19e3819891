/** References between the collections of the data set: a record that another one names must exist. */
import type { Dataset, Manifest } from '@ess-widgets/core/model';

type Collections = Dataset['collections'];

/** Dimensions of observations whose values are records; the others are categories. */
const DIMENSIONS: Readonly<Record<string, readonly (keyof Collections)[]>> = {
  college: ['colleges'],
  channel: ['channels'],
  body: ['bodies'],
  commune: ['territories'],
  territory: ['territories'],
  vote: ['votes'],
  webinar: ['events'],
  event: ['events', 'meetings'],
  programme: ['programmes', 'events'],
  network: ['networks'],
  call: ['calls'],
};

/** Dimensions whose values are listed in the categories. */
const CATEGORIES: readonly string[] = [
  'attendance',
  'gender',
  'affiliation',
  'establishment',
  'theme',
  'format',
  'kind',
  'mode',
  'status',
  'lot',
  'contract',
  'direction',
  'result',
  'stage',
  'public',
  'question',
  'activity',
  'survey',
  'field',
  'network-kind',
];

interface Link {
  readonly from: string;
  readonly field: string;
  readonly into: readonly string[];
  readonly id: string;
}

/** Returns all identifiers by collection; categories as `dimension/id`. */
function identifiers(collections: Collections, manifest: Pick<Manifest, 'documents'>): Map<string, Set<string>> {
  const sets = Object.entries(collections).map(([name, list]): [string, Set<string>] => [
    name,
    new Set(list.map((record) => ('dimension' in record ? `${record.dimension}/${record.id}` : record.id))),
  ]);
  return new Map([...sets, ['documents', new Set(Object.keys(manifest.documents))]]);
}

function link(
  from: string,
  field: string,
  into: string | readonly string[],
  ids: readonly (string | null | undefined)[],
) {
  const targets = typeof into === 'string' ? [into] : into;
  return ids.flatMap((id): Link[] => (id === null || id === undefined ? [] : [{ from, field, into: targets, id }]));
}

/** Returns the references of memberships and of places. */
function placeLinks(c: Collections): readonly Link[] {
  return [
    ...(c.organisations ?? []).flatMap((o) => [
      ...link(o.id, 'territories', 'territories', o.territories),
      ...link(o.id, 'position', 'territories', [o.position?.territory]),
    ]),
    ...(c.memberships ?? []).flatMap((m) => [
      ...link(m.id, 'organisation', 'organisations', [m.organisation]),
      ...link(m.id, 'network', 'networks', [m.network]),
      ...link(m.id, 'college', 'colleges', [m.college]),
      ...link(m.id, 'exitReason', 'categories', [m.exitReason && `exit-reason/${m.exitReason}`]),
    ]),
    ...(c.colleges ?? []).flatMap((g) => link(g.id, 'network', 'networks', [g.network])),
    ...(c.territories ?? []).flatMap((t) =>
      link(t.id, 'parents', 'territories', [...t.parents, ...(t.overlaps ?? [])]),
    ),
    ...(c.projects ?? []).flatMap((p) => [
      ...link(p.id, 'programme', 'programmes', [p.programme]),
      ...link(p.id, 'territories', 'territories', [...p.territories, p.position?.territory]),
      ...link(p.id, 'establishment', 'categories', [p.establishment && `establishment/${p.establishment}`]),
    ]),
  ];
}

/** Returns the references of meetings, votes, events and publications. */
function happeningLinks(c: Collections): readonly Link[] {
  return [
    ...(c.meetings ?? []).flatMap((m) => [
      ...link(m.id, 'body', 'bodies', [m.body]),
      ...link(m.id, 'plan', 'meetings', [m.plan]),
      ...link(m.id, 'position', 'territories', [m.position?.territory]),
      ...link(
        m.id,
        'themes',
        'categories',
        m.themes.map((id) => `theme/${id}`),
      ),
    ]),
    ...(c.seats ?? []).flatMap((s) => [
      ...link(s.id, 'body', 'bodies', [s.body]),
      ...link(s.id, 'organisation', 'organisations', [s.organisation]),
      ...link(s.id, 'college', 'colleges', [s.college]),
    ]),
    ...(c.prizes ?? []).flatMap((p) => link(p.id, 'laureate', 'organisations', [p.laureate])),
    ...(c.tallies ?? []).flatMap((t) => [
      ...link(t.id, 'of', ['events', 'meetings'], [t.of]),
      ...Object.entries(t.by).flatMap(([dimension, counts]) =>
        link(
          t.id,
          'by',
          'categories',
          Object.keys(counts).map((id) => `${dimension}/${id}`),
        ),
      ),
    ]),
    ...(c.votes ?? []).flatMap((v) => link(v.id, 'body', 'bodies', [v.body])),
    ...(c.events ?? []).flatMap((e) => [
      ...link(e.id, 'series', 'series', [e.series]),
      ...link(e.id, 'plan', 'events', [e.plan]),
      ...link(e.id, 'territories', 'territories', [...e.territories, e.position?.territory]),
      ...link(e.id, 'organisers', 'organisations', e.organisers),
      ...link(
        e.id,
        'themes',
        'categories',
        e.themes.map((id) => `theme/${id}`),
      ),
    ]),
    ...(c.audiences ?? []).flatMap((a) => link(a.id, 'channel', 'channels', [a.channel])),
    ...(c.publications ?? []).flatMap((p) => [
      ...link(p.id, 'theme', 'categories', [p.theme && `theme/${p.theme}`]),
      ...link(p.id, 'format', 'categories', [p.format && `format/${p.format}`]),
    ]),
  ];
}

/** Returns the references of the programmes and of the records that belong to them. */
function programmeLinks(c: Collections): readonly Link[] {
  const category = (dimension: string, id: string | null | undefined) => [id && `${dimension}/${id}`];
  return [
    ...(c.programmes ?? []).flatMap((p) => [
      ...link(p.id, 'kind', 'categories', category('programme-kind', p.kind)),
      ...link(p.id, 'territories', 'territories', p.territories),
    ]),
    ...(c.missions ?? []).flatMap((m) => [
      ...link(m.id, 'programme', 'programmes', [m.programme]),
      ...link(m.id, 'organisations', 'organisations', m.organisations),
      ...link(m.id, 'lot', 'categories', category('lot', m.lot)),
      ...link(m.id, 'territories', 'territories', m.territories),
    ]),
    ...(c.jobs ?? []).flatMap((j) => [
      ...link(j.id, 'programme', 'programmes', [j.programme]),
      ...link(j.id, 'contract', 'categories', category('contract', j.contract)),
      ...link(j.id, 'mode', 'categories', category('mode', j.mode)),
      ...link(j.id, 'lot', 'categories', category('lot', j.lot)),
      ...link(j.id, 'territory', 'territories', [j.territory]),
    ]),
    ...(c.calls ?? []).flatMap((call) => link(call.id, 'owner', 'organisations', [call.owner])),
    ...(c.applications ?? []).flatMap((a) => [
      ...link(a.id, 'call', 'calls', [a.call]),
      ...link(a.id, 'organisation', 'organisations', [a.organisation]),
      ...link(a.id, 'territories', 'territories', a.territories),
    ]),
    ...(c.participations ?? []).flatMap((p) => [
      ...link(p.id, 'organisation', 'organisations', [p.organisation]),
      ...link(p.id, 'of', ['events', 'programmes'], [p.of]),
      ...link(p.id, 'territories', 'territories', p.territories),
    ]),
    ...(c.movements ?? []).flatMap((m) => link(m.id, 'contract', 'categories', category('contract', m.contract))),
  ];
}

function observationLinks(c: Collections): readonly Link[] {
  return (c.observations ?? []).flatMap((o) => [
    ...link(o.id, 'territory', 'territories', [o.territory]),
    ...link(o.id, 'derivedFrom', 'observations', o.derivedFrom ?? []),
    ...link(o.id, 'corrects', 'observations', o.corrects ?? []),
    ...Object.entries(o.dimensions).flatMap(([dimension, id]) =>
      CATEGORIES.includes(dimension)
        ? link(o.id, dimension, 'categories', [`${dimension}/${id}`])
        : link(o.id, dimension, DIMENSIONS[dimension] ?? `no dimension "${dimension}"`, [id]),
    ),
  ]);
}

function sourceLinks(c: Collections): readonly Link[] {
  return Object.values(c).flatMap((list) =>
    list.flatMap((record) =>
      'source' in record ? link(record.id, 'source', 'documents', [record.source?.document]) : [],
    ),
  );
}

/**
 * Returns the references that lead nowhere, in words; empty when all is well.
 * @param collections all the collections of the data set: a missing one is an empty one
 */
export function brokenReferences(collections: Collections, manifest: Pick<Manifest, 'documents'>): readonly string[] {
  const known = identifiers(collections, manifest);
  const links = [
    ...placeLinks(collections),
    ...happeningLinks(collections),
    ...programmeLinks(collections),
    ...observationLinks(collections),
    ...sourceLinks(collections),
  ];
  return links
    .filter(({ into, id }) => !into.some((name) => known.get(name)?.has(id)))
    .map(({ from, field, into, id }) => `${from}: ${field} names "${id}", which is not in ${into.join(' or ')}`);
}
