/**
 * Draws the search around a place: communes that the words typed may mean, the place and its radius, what is wrong, and
 * a wider radius where no row is left.
 */

import type { DirectoryEntry } from '@ess-widgets/core/directory';
import { formatNumber } from '@ess-widgets/core/format';
import {
  type Around,
  boxOfCircle,
  type Commune,
  isPreciselyPlaced,
  type LonLatBox,
  type OutsideRadius,
  RADII,
  radiusFor,
} from '@ess-widgets/core/geo';
import { distanceKm } from '@ess-widgets/core/model';
import { html, nothing, type TemplateResult } from 'lit';
import { controlIcon } from '../../base/control-icons.ts';
import { emptyState } from '../../base/empty.ts';
import { type Content, notice } from '../../base/frame.ts';
import type { MapEngine } from '../../map/types.ts';
import type { Localized, MessageKey, Params } from '../../texts/texts.ts';
import type { Departement } from '../departements.ts';
import { markIcon, type NearDrawing } from './near-layer.ts';

/** Facts that the directory gives to the view. */
export interface NearGiven {
  readonly m: Localized;
  readonly departements: readonly Departement[];
  /** Number of entries shown. */
  readonly n: number;
  /** Number of entries that the words typed find, whatever the filters are; undefined where it is unknown. */
  readonly found: number | undefined;
  /** Entries that the radius leaves out. */
  readonly beyond: OutsideRadius | null;
}

interface NearModel extends NearGiven {
  readonly around: Around | null;
  /** It is where the visitor is. */
  readonly isOwn: boolean;
  readonly message: MessageKey | null;
  /** The commune chosen. */
  readonly commune: Commune | null;
  /** Code of one chosen that the table does not have. */
  readonly unknown: string | null;
  /** Communes that the words typed may mean. */
  readonly communes: readonly Commune[];
  /** A map shows it. */
  readonly isMapped: boolean;
  readonly departement: NearGiven['departements'][number] | null;
}

interface NearActions {
  readonly choose: (commune: Commune) => void;
  readonly departement: (id: string) => void;
  readonly widen: (km: number | null) => void;
  readonly radius: (km: number | null) => void;
  readonly remove: () => void;
  readonly draw: (drawing: NearDrawing | null, engine: MapEngine | null) => void;
}

/** The parts of it, each in its place among the filters and the rows. */
export interface NearView {
  /** The button "near me" is pressed. */
  readonly pressed: boolean;
  /** After the search field. */
  readonly suggestions: Content;
  /** After the buttons: the place and its radius. */
  readonly line: Content;
  /** Notice about the search or the place; nothing where all is well. */
  readonly message: Content;
  /** In place of no row, where a wider radius has some. */
  readonly none: ((clear: TemplateResult) => TemplateResult) | null;
  /** "3,2 km", one decimal under ten; empty where nobody knows. */
  readonly distance: ((entry: DirectoryEntry) => string) | undefined;
  /** Rows are left out by a radius. */
  readonly filters: boolean;
  /** Text after the number of results. */
  readonly said: string;
  /** "à moins de 20 km de Brest", among the filters of what is printed or taken; empty where nothing is left out. */
  readonly within: string;
  /** Box that a map shows first: the whole circle of the radius. */
  readonly extent: LonLatBox | null;
  /** Draws it on a map, once the element has updated. */
  readonly draw: (engine: MapEngine | null) => void;
}

export function viewOf(model: NearModel, actions: NearActions): NearView {
  const { m, around, isOwn, message, unknown } = model;
  const filters = around !== null && around.km !== null;
  const warning = message ?? (unknown ? 'nearUnknown' : null);
  return {
    pressed: isOwn,
    suggestions: suggestions(model, actions),
    line: around || unknown ? line(model, actions) : nothing,
    message: warning ? notice('info', m.content(warning, { code: unknown ?? '' })) : nothing,
    none: filters && model.n === 0 && model.beyond?.nearest ? (clear) => none(model, actions, clear) : null,
    distance: around ? (entry) => distanceOf(entry, around, m) : undefined,
    filters,
    said: [...(warning ? [m.text(warning, { code: unknown ?? '' })] : []), ...said(model)].join('. '),
    within: filters ? withinOf(model) : '',
    extent: around && around.km !== null ? boxOfCircle(around, around.km) : null,
    draw: (engine) => actions.draw(around && drawingOf(model, around), engine),
  };
}

function withinOf({ around, commune, isOwn, m }: NearModel): string {
  const km = formatNumber(around?.km ?? 0, m.lang);
  return commune && !isOwn ? m.text('nearWithinOf', { km, ...named(commune) }) : m.text('nearWithinOwn', { km });
}

function drawingOf(model: NearModel, around: Around): NearDrawing {
  const { isOwn, m } = model;
  const radius = around.km === null ? '' : m.text('nearDistance', { km: formatNumber(around.km, m.lang) });
  return { around, name: nameOf(model, around), radius, isOwn };
}

const nameOf = (model: NearModel, { km }: Around): string => `${titleOf(model)}, ${radiusText(km, model.m)}`;

/** French says "d’Auray" and "du Faouët". */
function ofPlace(name: string): string {
  if (/^les? /iu.test(name)) return name.replace(/^le /iu, 'du ').replace(/^les /iu, 'des ');
  return /^[aeiouyàâéèêëîïôœ]/iu.test(name) ? `d’${name}` : `de ${name}`;
}

const named = ({ name }: Commune): Params => ({ name, of: ofPlace(name) });

/** Namesakes are told apart by their département. */
const withDepartement = ({ name, departement }: Commune): Params => ({
  name: `${name} (${departement})`,
  of: `${ofPlace(name)} (${departement})`,
});

function titleOf({ commune, isOwn, unknown, m }: NearModel): string {
  if (isOwn || !commune) return unknown ?? m.text('dirNear');
  return m.text('nearPlace', named(commune));
}

const radiusText = (km: number | null, m: Localized): string =>
  km === null ? m.text('nearAny') : m.text('nearWithin', { km: formatNumber(km, m.lang) });

function said(model: NearModel): string[] {
  const { m, around, communes, departement } = model;
  const place = around ? [nameOf(model, around)] : [];
  const what = [
    ...communes.map((commune) => m.text('nearPlace', withDepartement(commune))),
    ...(departement ? [m.text('nearDepartement', { ...departement })] : []),
  ];
  return what.length ? [...place, m.text('nearSuggested', { what: what.join(', ') })] : place;
}

function suggestions({ communes, departement, m }: NearModel, actions: NearActions): Content {
  if (communes.length === 0 && !departement) return nothing;
  const button = (key: MessageKey, params: Params, act: () => void): TemplateResult =>
    html`<button class="chip" type="button" @click=${act}>${controlIcon(key === 'nearPlace' ? 'near' : 'filter')}${m.content(key, params)}</button>`;
  return html`<div class="suggestions" role="group" aria-label=${m.text('nearSuggestions')}>
    ${departement ? button('nearDepartement', { ...departement }, () => actions.departement(departement.id)) : nothing}
    ${communes.map((commune) => button('nearPlace', withDepartement(commune), () => actions.choose(commune)))}
  </div>`;
}

function line(model: NearModel, actions: NearActions): TemplateResult {
  const { around, beyond, m } = model;
  const title = titleOf(model);
  const take = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    actions.radius(value ? Number(value) : null);
  };
  const option = (km: number | null): TemplateResult =>
    html`<option value=${km ?? ''} ?selected=${around?.km === km}>${radiusText(km, m)}</option>`;
  const left = beyond?.unplaced
    ? html`<span class="unplaced">${m.content('nearUnplaced', { n: beyond.unplaced })}</span>`
    : nothing;
  return html`<div class="around">
    <strong>${around && model.isMapped ? markIcon() : nothing}${title}</strong>
    ${
      around
        ? html`<label class="hidden" for="radius">${m.content('nearRadius')}</label>
          <select id="radius" @change=${take}>${[...RADII, null].map(option)}</select>`
        : nothing
    }
    <button class="link" type="button" @click=${actions.remove}>${m.content('nearRemove')}<span class="hidden"> (${title})</span></button>
    ${left}
  </div>`;
}

function none(model: NearModel, actions: NearActions, clear: TemplateResult): TemplateResult {
  const { m, around, commune, isOwn, beyond } = model;
  const nearest = beyond?.nearest ?? 0;
  const wider = radiusFor(nearest);
  const km = formatNumber(around?.km ?? 0, m.lang);
  const title = commune && !isOwn ? m.content('nearNoneOf', { km, ...named(commune) }) : m.content('nearNone', { km });
  const label =
    wider === null ? m.content('nearWidenAny') : m.content('nearWiden', { km: formatNumber(wider, m.lang) });
  return emptyState(
    title,
    m.content('nearNearest', { km: written(nearest, m) }),
    html`<button class="button" type="button" @click=${() => actions.widen(wider)}>${label}</button>${clear}`,
  );
}

const written = (km: number, m: Localized): string => formatNumber(km, m.lang, { decimals: km < 10 ? 1 : 0 });

/** The middle of a commune, as one table and another write it, km. */
const SAME = 0.05;

/**
 * Returns the distance of an entry in words. An entry placed at a commune is somewhere in it, so that the distance to
 * its middle is only given as "about".
 */
function distanceOf({ position }: DirectoryEntry, from: Around, m: Localized): string {
  if (!position || !isPreciselyPlaced(position.precision)) return '';
  const km = distanceKm(from, position);
  if (position.precision === 'address') return m.text('nearDistance', { km: written(km, m) });
  if (km < SAME) return m.text('nearSame');
  return m.text('nearAbout', { km: formatNumber(Math.max(1, Math.round(km)), m.lang) });
}
