/** The workbook of a year, and an archive that was taken home: what comes back. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Atelier } from './app.ts';
import type { YearSummary } from './engine.ts';

/** Findings that are written out. */
const SHOWN = 40;

export function yearView(atelier: Atelier): TemplateResult {
  const { m, busy, year } = atelier.app;
  return html`<details class="year" ?open=${year !== null}><summary>${m.year}</summary>
    <p>${m.yearHint}</p>
    <form @submit=${(event: SubmitEvent) => give(event, atelier)}>
      <label>${m.yearOf} <input name="year" inputmode="numeric" pattern="[0-9]{4}" required size="6" /></label>
      <button class="button" type="submit" ?disabled=${busy}>${m.blank}</button>
    </form>
    ${fileButton(atelier, m.filled, '.xlsx', (file) => atelier.takeYear(file))}
    ${fileButton(atelier, m.archive, '.zip', (file) => atelier.takeArchive(file))}
    ${year ? summaryView(atelier, year) : nothing}
  </details>`;
}

function give(event: SubmitEvent, atelier: Atelier): void {
  event.preventDefault();
  void atelier.giveYear(String(new FormData(event.target as HTMLFormElement).get('year')));
}

/** Renders a button that asks for a file. Focus goes to what was found once it was read. */
function fileButton(
  atelier: Atelier,
  label: string,
  accept: string,
  take: (file: File) => Promise<void>,
): TemplateResult {
  const change = async ({ target }: Event): Promise<void> => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    await take(file);
    // The same file may be chosen again once it was mended.
    input.value = '';
    document.getElementById(atelier.app.brought ? 'title-choose' : 'title-year')?.focus();
  };
  const press = ({ currentTarget }: Event): void =>
    (currentTarget as HTMLElement).parentElement?.querySelector('input')?.click();
  return html`<p><button class="button" type="button" ?disabled=${atelier.app.busy} @click=${press}>${label}</button>
    <input type="file" hidden tabindex="-1" aria-hidden="true" accept=${accept} @change=${change} /></p>`;
}

function summaryView(atelier: Atelier, { year, problems, doubts, unread, notes, counts }: YearSummary): TemplateResult {
  const { m, lang, brought } = atelier.app;
  const list = (title: string, all: readonly { readonly where: string; readonly said: string }[]) =>
    all.length === 0
      ? nothing
      : html`<p><strong>${title}</strong></p><ul>${all.slice(0, SHOWN).map(({ where, said }) => html`<li>${where ? html`<b>${where}</b>\u202f: ` : nothing}${said}</li>`)}
          ${all.length > SHOWN ? html`<li>${m.moreFindings(all.length - SHOWN)}</li>` : nothing}</ul>`;
  const cells = (all: YearSummary['problems']) =>
    all.map(({ sheet, line, column, said }) => ({ where: m.cell(sheet, line, column), said: said[lang] }));
  return html`<h3 id="title-year" tabindex="-1">${m.yearRead(year)}</h3>
    <p>${problems.length > 0 ? m.toCorrect(problems.length) : m.yearCounts(counts.added, counts.changed)}</p>
    ${list(m.problems, cells(problems))}${list(m.doubts, cells(doubts))}
    ${unread > 0 ? html`<p>${m.unread(unread)}</p>` : nothing}
    ${notes.length > 0 ? html`<p>${m.notRead(notes.join(', '))}</p>` : nothing}
    ${list(
      m.news,
      (brought?.news ?? []).map(({ said }) => ({ where: '', said })),
    )}`;
}
