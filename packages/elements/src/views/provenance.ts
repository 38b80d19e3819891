/** Says where a record of several sources comes from, and what the other sources say of it. Loaded where there are several. */
import type { DirectoryEntry } from '@ess-widgets/core/directory';
import { dateInWords, formatTime } from '@ess-widgets/core/format';
import { type Dataset, type Difference, type Event, type Organisation, resolveText } from '@ess-widgets/core/model';
import { html, nothing } from 'lit';
import { type Content, sourceReference } from '../base/frame.ts';
import type { Localized } from '../texts/texts.ts';
import { zoneOfReading } from './reader-zone.ts';

export { provenance as texts } from '../texts/provenance.fr.ts';

/** The differences of a data set by the records that they are about. */
const known = new WeakMap<readonly Difference[], ReadonlyMap<string, readonly Difference[]>>();

/** Renders “Source : A ; aussi dans B. B indique 18 h.” for a record. */
export function provenance(
  dataset: Dataset,
  collection: Difference['collection'],
  { id, source, alsoIn = [] }: Pick<Event | Organisation, 'id' | 'source' | 'alsoIn'>,
  m: Localized,
): Content {
  if (!source) return nothing;
  const others = alsoIn.map((document, at) => html`${at ? ', ' : nothing}${sourceReference(dataset, { document }, m)}`);
  const said = (byRecord(dataset.differences ?? []).get(`${collection}/${id}`) ?? []).map(
    (one) => html` <strong>${sentence(dataset, one, m)}</strong>`,
  );
  return html`<p class="about origin">${m.content('source')} ${sourceReference(dataset, source, m)}${
    others.length > 0 ? html`${m.content('originAlso')} ${others}` : nothing
  }.${said}</p>`;
}

/** Renders the provenance of an entry of a directory; nothing for a layer that is never merged. */
export function provenanceOf(
  dataset: Dataset,
  { id, layer }: Pick<DirectoryEntry, 'id' | 'layer'>,
  m: Localized,
): Content {
  const collection = layer === 'members' ? 'organisations' : layer;
  if (collection !== 'organisations' && collection !== 'events') return nothing;
  const list: readonly (Event | Organisation)[] = dataset.collections[collection] ?? [];
  const record = list.find((one) => one.id === id);
  return record ? provenance(dataset, collection, record, m) : nothing;
}

function byRecord(differences: readonly Difference[]): ReadonlyMap<string, readonly Difference[]> {
  const found = known.get(differences);
  if (found) return found;
  const made = new Map<string, Difference[]>();
  for (const one of differences) {
    const key = `${one.collection}/${one.id}`;
    const list = made.get(key);
    if (list) list.push(one);
    else made.set(key, [one]);
  }
  known.set(differences, made);
  return made;
}

function sentence({ manifest }: Dataset, one: Difference, m: Localized): Content {
  const title = manifest.documents[one.otherFrom]?.title;
  const source = title ? resolveText(title, m.lang).text : one.otherFrom;
  return m.content(`originSays_${one.field}`, { source, value: valueOf(one, m, zoneOfReading({ manifest })) });
}

function valueOf({ field, kept, other }: Difference, m: Localized, reader: string | undefined): string {
  if (field === 'start' || field === 'end') {
    const time = formatTime(other, m.lang, { reader });
    const isSameDay = time !== '' && kept.slice(0, 10) === other.slice(0, 10);
    return isSameDay ? time : [dateInWords(other.slice(0, 10), m.lang), time].filter(Boolean).join(', ');
  }
  if (field !== 'status') return other;
  const key = `originStatus_${other as Event['status']}` as const;
  return m.text(m.has(key) ? key : 'originStatus_other');
}
