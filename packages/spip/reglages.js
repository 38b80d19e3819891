/** « Vérifier » of the settings: see `verify.js`. SPIP puts its forms into the page anew, so the page itself listens. Plain script: the plugin is not built. */
(({ document, essVerify }) => {
  document.addEventListener(
    'click',
    (event) => {
      const button = event.target.closest?.('[name="verifier_source"]');
      const form = button?.closest('[data-ess-verification]');
      if (!form) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const row = button.closest('fieldset');
      const config = JSON.parse(form.dataset.essVerification);
      const found = row.querySelector('[role="status"]');
      const say = (_isGood, text) => {
        found.hidden = false;
        found.textContent = text;
      };
      const ask = async (src) => {
        const answer = await fetch(config.ask, { method: 'POST', body: new URLSearchParams({ src }) });
        return answer.json();
      };
      void essVerify(row, ask, config, say);
    },
    true,
  );
  document.addEventListener('change', ({ target }) => {
    const recipe = target.matches?.('[data-ess-verification] [name$="[address]"]')
      ? target.closest('fieldset').querySelector('[name$="[recipe]"]')
      : null;
    // Columns are those of one table.
    if (recipe) recipe.value = '';
  });
})(window);
