/** First part: what one has. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { type Atelier, countsOf } from './app.ts';
import type { Brought } from './engine.ts';
import { yearView } from './year.ts';

export function bringView(atelier: Atelier): TemplateResult {
  const { m, lang, state, brought, busy, summary, examination, without } = atelier.app;
  const { from, file } = state;
  const isAddress = from !== undefined && from !== 'cress' && from !== 'file';
  const host = isAddress ? new URL(from).host : '';
  return html`<p>${m.bringHint}</p>
    <p><button class="button" type="button" ?disabled=${busy} @click=${() => takeCress(atelier)}>${m.cress}</button></p>
    ${!brought && file ? html`<p class="notice">${m.againFile(file)}</p>` : nothing}
    ${
      !brought && isAddress
        ? html`<p class="notice">${m.againAddress(host)} <button class="button" type="button" ?disabled=${busy} @click=${() => check()?.check(from)}>${m.readAddress(host)}</button></p>`
        : nothing
    }
    ${
      // What is kept is no longer corrected: the next source has an examination of its own.
      keyed(
        examination,
        html`<ess-data-check lang=${lang} heading=${m.own} heading-level="3" theme="auto" .starts=${atelier.starts}></ess-data-check>`,
      )
    }
    ${yearView(atelier)}
    ${brought ? html`<p class="brought"><strong>${m.brought(brought.title, countsOf(brought, m))}</strong></p>${sourcesView(atelier, brought)}` : nothing}
    ${
      summary?.list
        ? html`<fieldset class="public">
            <legend>${m.public}</legend>
            <p>${m.publicHint}</p>
            ${summary.list.columns
              .filter(({ field }) => field !== null)
              .map(
                ({
                  index,
                  title,
                  letter,
                }) => html`<label><input type="checkbox" .checked=${!without.has(index)} ?disabled=${busy}
                  @change=${({ target }: Event) => atelier.setPublic(index, (target as HTMLInputElement).checked)} />
                  ${title || letter}${summary.list?.personal.includes(index) ? html` <small>(${m.personal})</small>` : nothing}</label>`,
              )}
          </fieldset>`
        : nothing
    }`;
}

/** Renders the sources that were brought, each to be taken away again, and the way to one more. */
function sourcesView(atelier: Atelier, { sources, last }: Brought): TemplateResult | typeof nothing {
  const { m, lang, busy } = atelier.app;
  if (sources.length === 0) return nothing;
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  const press = (action: () => void) => (): void => {
    action();
    // The button is gone.
    document.getElementById('title-bring')?.focus();
  };
  return html`<ul class="sources">${sources.map(
    (
      source,
    ) => html`<li><b>${source.name}</b>${source.title === source.name ? nothing : html` (${source.title})`}, ${m.source(source.members, source.events, day.format(new Date(source.day)))}
        ${sources.length > 1 ? html`<button class="link" type="button" ?disabled=${busy} @click=${press(() => atelier.drop(source))}>${m.drop(source.name)}</button>` : nothing}</li>`,
  )}</ul>
    ${[...new Set(sources.map(({ secrecy }) => secrecy))].map((secrecy) => (secrecy ? html`<p class="notice">${m.secret[secrecy]}</p>` : nothing))}
    <p>${last ? html`<button class="button" type="button" ?disabled=${busy} @click=${press(() => atelier.keep())}>${m.another}</button> ${m.anotherHint}` : m.bringAnother}</p>`;
}

const check = () => document.querySelector<HTMLElement & { check(file: string): Promise<void> }>('ess-data-check');

async function takeCress(atelier: Atelier): Promise<void> {
  await atelier.takeCress();
  if (atelier.app.brought) document.getElementById('title-choose')?.focus();
}
