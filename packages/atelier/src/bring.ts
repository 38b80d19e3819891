/** First part: what one has. */
import { html, nothing, type TemplateResult } from 'lit';
import { type Atelier, countsOf } from './app.ts';
import { yearView } from './year.ts';

export function bringView(atelier: Atelier): TemplateResult {
  const { m, lang, state, brought, busy, summary, without } = atelier.app;
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
    <ess-data-check lang=${lang} heading=${m.own} heading-level="3" theme="auto" .starts=${atelier.starts}></ess-data-check>
    ${yearView(atelier)}
    ${brought ? html`<p class="brought"><strong>${m.brought(brought.title, countsOf(brought, m))}</strong></p>` : nothing}
    ${brought?.secrecy ? html`<p class="notice">${m.secret[brought.secrecy]}</p>` : nothing}
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

const check = () => document.querySelector<HTMLElement & { check(file: string): Promise<void> }>('ess-data-check');

async function takeCress(atelier: Atelier): Promise<void> {
  await atelier.takeCress();
  if (atelier.app.brought) document.getElementById('title-choose')?.focus();
}
