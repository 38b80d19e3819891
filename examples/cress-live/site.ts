/** The page's two switches: the language of the document and the theme of the provider. Widgets follow by themselves. */
const form = document.querySelector<HTMLFormElement>('.switches');
const provider = document.querySelector('ess-provider');

form?.addEventListener('change', () => {
  const chosen = new FormData(form);
  document.documentElement.lang = String(chosen.get('lang'));
  const theme = String(chosen.get('theme'));
  document.documentElement.dataset['theme'] = theme;
  provider?.setAttribute('theme', theme);
});
