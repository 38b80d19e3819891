/**
 * « Vérifier » of the settings of host sites: what an address has, by the site's server, and how its table is read, by the code of
 * the widgets in the administrator's browser. Plain script: the plugins are not built.
 */
globalThis.essVerify = (() => {
  const filled = (text, ...values) => values.reduce((said, value) => said.replace('%s', value), text);

  /** Returns how a table is read; null where nothing can be read of it. */
  async function recipeOf(table, { loader, communes }) {
    const [{ load }, answer] = await Promise.all([import(loader), fetch(communes)]);
    await load('ess-data-check');
    const bytes = new TextEncoder().encode(table).buffer;
    const text = answer.ok ? await answer.text() : null;
    return customElements.get('ess-data-check').recipeOf({ name: 'source.csv', bytes }, text);
  }

  /** Says what is read of a table. */
  function said({ kind, count, placed, read, unread, personal }, texts) {
    const columns = [
      [texts.verifiedRead, read],
      [texts.verifiedUnread, unread],
      [texts.verifiedPersonal, personal],
    ].flatMap(([text, titles]) => (titles.length > 0 ? [filled(text, titles.join(', '))] : []));
    return [filled(texts[`verified_${kind}`], count, placed), ...columns, texts.verifiedSave].join(' ');
  }

  /**
   * Verifies the address of a row, and leaves the recipe of its table in it.
   * @param row with fields for an address, a kind and a recipe, and a place for what is found
   * @param ask gives what the server says of an address: `isGood`, `text`, `table` where it has one, `kind` where its records say it
   * @param config address of the loader, of the commune table, and texts
   * @param say shows a text, and whether it is good news; null while nobody knows
   */
  return async (row, ask, config, say) => {
    const [address, kind, recipe] = ['address', 'kind', 'recipe'].map((name) =>
      row.querySelector(`[name$="[${name}]"]`),
    );
    if (!address.value.trim()) {
      address.focus();
      return;
    }
    say(null, config.texts.reading);
    try {
      const { isGood, text, table, kind: known } = await ask(address.value.trim());
      if (!table || !recipe) {
        if (kind && known) kind.value = known;
        say(isGood, text);
        return;
      }
      const found = await recipeOf(table, config);
      if (!found) {
        say(false, `${text} ${config.texts.verifiedNothing}`);
        return;
      }
      kind.value = found.kind;
      recipe.value = found.recipe;
      say(true, said(found, config.texts));
    } catch (error) {
      say(false, String(error.message ?? error));
    }
  };
})();
