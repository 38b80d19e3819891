/** The page: its head, its four parts, none of them locked, and what is said aloud. */
import { html, nothing, render } from 'lit';
import { type Atelier as App, Atelier, PAGE_PARTS } from './app.ts';
import { bringView } from './bring.ts';
import { chooseView } from './choose.ts';
import { placeView } from './place.ts';
import { takeView } from './take.ts';

const root = document.getElementById('atelier');
const VIEWS = { bring: bringView, choose: chooseView, place: placeView, take: takeView };

function draw(atelier: App): void {
  const { m, lang, dropped, step, said, error, busy, host } = atelier.app;
  if (!root) return;
  document.documentElement.lang = lang;
  document.title = `${m.title} – ESS Widgets`;
  const other = lang === 'fr' ? 'en' : 'fr';
  render(
    html`<header>
        <div class="stripes" aria-hidden="true"></div>
        <h1>${m.title}</h1>
        <button class="link" type="button" lang=${other} @click=${() => atelier.setState({ ui: other })}>${m.other}</button>
        <p>${m.intro}${host ? ` ${m.hostIntro}${host.reads ? ` ${m.hostReads}` : ''}` : nothing}</p>
        ${dropped.length > 0 ? html`<p class="notice">${m.dropped(dropped.map((name) => `« ${name} »`).join(', '))}</p>` : nothing}
      </header>
      <nav aria-label=${m.steps}>
        <ol>${PAGE_PARTS.map((each) => html`<li><a href="#${each}" aria-current=${each === step ? 'step' : nothing} @click=${(event: Event) => goTo(event, atelier, each)}>${m[each]}</a></li>`)}</ol>
      </nav>
      ${PAGE_PARTS.map(
        (
          each,
          at,
        ) => html`<section id=${each} aria-labelledby="title-${each}" @focusin=${() => atelier.app.step === each || atelier.set({ step: each })}>
          <h2 id="title-${each}" tabindex="-1"><span aria-hidden="true">${at + 1}</span> ${m[each]}</h2>
          ${VIEWS[each](atelier)}
        </section>`,
      )}
      ${error ? html`<p class="notice error">${error}</p>` : nothing}
      <p class="hidden" aria-live="polite">${busy ? m.working : said}</p>`,
    root,
  );
}

/** Goes to a part without an entry in the history: the fragment of the address is the state. */
function goTo(event: Event, atelier: App, step: (typeof PAGE_PARTS)[number]): void {
  event.preventDefault();
  atelier.set({ step });
  document.getElementById(`title-${step}`)?.focus();
}

root?.replaceChildren();
draw(new Atelier(draw, new URL('worker.js', location.href).href));
