/**
 * The block "Widget ESS" in the editor: its settings, its live preview, and what becomes a block when it is pasted. Plain
 * script of the browser: the plugin is not built.
 */
(({ wp, essWidgets: { widgets, texts, loader, defaults, style, lang, suggestions, sources } }) => {
  const { createElement: h, Fragment, useEffect, useRef, useState } = wp.element;
  const { createBlock, registerBlockType } = wp.blocks;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { Button, Disabled, Notice, PanelBody, Placeholder, SelectControl, Spinner, TextControl } = wp.components;
  const NAME = 'ess/widget';
  /** Value of the choice of a source that stands for another address. It cannot be a name. */
  const OTHER = ':';
  const names = Object.keys(Object.assign({}, ...Object.values(widgets)));
  const widgetOptions = Object.keys(widgets).map((value) => ({ value, label: texts[`widget_${value}`] }));

  /** Adds the loader, and the colour of the site, to the document of a node: the canvas of the editor is a frame. */
  function addLoader({ head }) {
    if (head.querySelector('script[data-ess-loader]')) return;
    const script = head.ownerDocument.createElement('script');
    for (const [name, value] of Object.entries({ type: 'module', src: loader, 'data-ess-loader': '', ...defaults })) {
      script.setAttribute(name, value);
    }
    const sheet = head.ownerDocument.createElement('style');
    sheet.textContent = style;
    head.append(sheet, script);
  }

  function control(name, { values, default: initial }, attributes, setAttributes) {
    const common = {
      key: name,
      label: texts[`attribute_${name}`] ?? name,
      help: texts[`help_${name}`],
      value: attributes[name] ?? '',
      onChange: (value) => setAttributes({ [name]: value || undefined }),
      __nextHasNoMarginBottom: true,
      __next40pxDefaultSize: true,
    };
    if (suggestions[name]) {
      const options = Object.entries(suggestions[name]).map(([value, label]) =>
        h('option', { key: value, value }, label),
      );
      const list = `ess-widgets-${name}`;
      return h('div', { key: name }, h(TextControl, { ...common, list }), h('datalist', { id: list }, options));
    }
    if (!values) return h(TextControl, { ...common, placeholder: initial });
    const labelled = values.map((value) => ({ value, label: texts[`value_${value}`] ?? value }));
    const options = [{ value: '', label: texts.byDefault }, ...labelled];
    return h(SelectControl, { ...common, options });
  }

  /** The choice of a source: one of the site by its name, or another address, which has a field of its own then. */
  function SourceChoice({ attributes: { source = '', src }, setAttributes }) {
    const [isOther, setOther] = useState(src !== undefined);
    // An author may have written several names, or one that the site no longer has.
    const names = source && !sources.includes(source) ? [...sources, source] : sources;
    return h(
      Fragment,
      null,
      h(SelectControl, {
        label: texts.attribute_source,
        help: texts.help_source,
        value: isOther ? OTHER : source,
        options: [
          { value: '', label: texts.byDefault },
          ...names.map((value) => ({ value, label: value })),
          { value: OTHER, label: texts.otherAddress },
        ],
        onChange: (value) => {
          setOther(value === OTHER);
          setAttributes({ source: value === OTHER ? undefined : value || undefined, src: undefined });
        },
        __nextHasNoMarginBottom: true,
        __next40pxDefaultSize: true,
      }),
      isOther && control('src', {}, { src }, setAttributes),
    );
  }

  /** Says when the source of the block was last read, with a button that reads it now. */
  function Freshness({ widget = '', source = '', src = '' }) {
    const [state, setState] = useState({});
    const ask = (method) => {
      const path = `/ess-widgets/v1/source?${new URLSearchParams({ widget, source, src })}`;
      return wp.apiFetch({ path, method }).then(setState, ({ message }) => setState({ text: message }));
    };
    useEffect(() => void ask('GET'), [widget, source, src]);
    const read = () => {
      setState({ ...state, text: texts.reading });
      ask('POST');
    };
    return h(
      'div',
      null,
      h('p', { role: 'status' }, state.text),
      state.isRead && h(Button, { variant: 'secondary', onClick: read }, texts.readNow),
    );
  }

  const Loading = () => h('p', null, h(Spinner), texts.preview);
  const Failed = ({ response }) =>
    h(Notice, { status: 'error', isDismissible: false }, `${texts.previewError} ${response?.errorMsg ?? ''}`);

  /**
   * The widget as the page will show it, without the alignment, which the block around it has. It takes no click: a link of it
   * would leave the editor.
   */
  function Preview({ attributes }) {
    return h(
      Disabled,
      null,
      h(wp.serverSideRender, {
        block: NAME,
        attributes: { ...attributes, align: undefined },
        LoadingResponsePlaceholder: Loading,
        ErrorResponsePlaceholder: Failed,
      }),
    );
  }

  function Edit({ attributes, setAttributes }) {
    const ref = useRef(null);
    useEffect(() => addLoader(ref.current.ownerDocument), []);
    const { widget } = attributes;
    const rows = Object.entries(widgets[widget] ?? {});
    // The others are in a panel that is closed.
    const isFirst = ([, { first }]) => first;
    const controls = (some) =>
      some.map(([name, row]) =>
        name === 'source'
          ? h(SourceChoice, { key: name, attributes, setAttributes })
          : name !== 'src' && control(name, row, attributes, setAttributes),
      );
    const choice = h(SelectControl, {
      label: texts.widget,
      value: widget ?? '',
      options: [{ value: '', label: texts.choose }, ...widgetOptions],
      onChange: (value) => setAttributes({ widget: value || undefined }),
      __nextHasNoMarginBottom: true,
      __next40pxDefaultSize: true,
    });
    return h(
      Fragment,
      null,
      h(
        InspectorControls,
        null,
        h(PanelBody, { title: texts.block }, choice, controls(rows.filter(isFirst))),
        h(
          PanelBody,
          { title: texts.freshness },
          h(Freshness, { widget, source: attributes.source, src: attributes.src }),
        ),
        h(PanelBody, { title: texts.more, initialOpen: false }, controls(rows.filter((row) => !isFirst(row)))),
      ),
      h(
        'div',
        useBlockProps({ ref, lang }),
        widgets[widget]
          ? h(Preview, { attributes })
          : h(Placeholder, { icon: 'location-alt', label: texts.block, instructions: texts.chooseWidget }, choice),
      ),
    );
  }

  /** Returns the attributes of a block from those of a pasted `div data-ess`. */
  function attributesOf(node) {
    const set = names.filter((name) => node.hasAttribute(`data-ess-${name}`));
    return {
      widget: node.dataset.ess.trim(),
      ...Object.fromEntries(set.map((name) => [name, node.getAttribute(`data-ess-${name}`)])),
    };
  }

  const isWidget = ({ dataset }) => widgets[dataset?.ess?.trim()] !== undefined;
  const schema = {
    div: {
      attributes: ['data-ess', ...names.map((name) => `data-ess-${name}`)],
      children: { a: { attributes: ['href'], children: { '#text': {} } }, '#text': {} },
    },
  };
  const attribute = (name) => ({ type: 'string', shortcode: ({ named }) => named[name] });

  registerBlockType(NAME, {
    title: texts.block,
    edit: Edit,
    save: () => null,
    transforms: {
      from: [
        {
          type: 'raw',
          priority: 1,
          isMatch: isWidget,
          schema,
          transform: (node) => createBlock(NAME, attributesOf(node)),
        },
        {
          type: 'shortcode',
          tag: 'ess',
          attributes: Object.fromEntries(['widget', ...names].map((name) => [name, attribute(name)])),
        },
      ],
    },
  });

  /**
   * Inserts a pasted text that has an `<ess-…>`, which the editor's own paste would remove as unknown: the elements are
   * written as `div data-ess` first. Scripts beside them are left out, since the plugin loads the widgets.
   */
  function pasteElements(event) {
    const text = event.clipboardData?.getData('text/plain') || event.clipboardData?.getData('text/html') || '';
    if (!/<ess-[a-z]/.test(text)) return;
    const { body } = new DOMParser().parseFromString(text, 'text/html');
    for (const element of body.querySelectorAll(
      Object.keys(widgets)
        .map((widget) => `ess-${widget}`)
        .join(),
    )) {
      const block = document.createElement('div');
      block.dataset.ess = element.localName.slice('ess-'.length);
      for (const { name, value } of element.attributes) {
        if (names.includes(name)) block.setAttribute(`data-ess-${name}`, value);
      }
      block.append(...element.childNodes);
      element.replaceWith(block);
    }
    for (const script of body.querySelectorAll('script')) script.remove();
    const blocks = wp.blocks.pasteHandler({ HTML: body.innerHTML, mode: 'BLOCKS' });
    if (!Array.isArray(blocks) || blocks.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { getBlock, getBlockInsertionPoint, getSelectedBlockClientId } = wp.data.select('core/block-editor');
    const { insertBlocks, replaceBlocks } = wp.data.dispatch('core/block-editor');
    const selected = getSelectedBlockClientId();
    const isEmpty = selected && wp.blocks.isUnmodifiedDefaultBlock(getBlock(selected));
    if (isEmpty) return void replaceBlocks(selected, blocks);
    const { index, rootClientId } = getBlockInsertionPoint();
    insertBlocks(blocks, index, rootClientId);
  }

  wp.domReady(() => {
    const follow = (page) => page?.addEventListener('paste', pasteElements, true);
    follow(document);
    // The canvas is a frame, which comes later and may be replaced.
    const followed = new WeakSet();
    wp.data.subscribe(() => {
      const page = document.querySelector('iframe[name="editor-canvas"]')?.contentDocument;
      if (!page || followed.has(page)) return;
      followed.add(page);
      follow(page);
    });
  });
})(window);
