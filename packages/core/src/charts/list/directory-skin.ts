/**
 * Rules of a directory in a still: the legend, where the live one has its chips, the numbers and the rows. Where code may come, the line
 * of the search keeps its room.
 */
export const DIRECTORY_SKIN = `
& .c{margin:max(1rem,16px) 0}
& .c>ul{display:flex;flex-wrap:wrap;gap:max(.5rem,8px)}
& .c li{display:flex;gap:.5em;align-items:center;min-block-size:36px;padding:0 max(.75rem,12px);border:1px solid var(--_line-strong);border-radius:99px;font-size:.875em;white-space:nowrap}
& .c span{color:var(--_ink-2)}
& svg{flex:none;overflow:visible;fill:var(--c)}
& li>svg{inline-size:1.0625em;block-size:1.0625em}
& .ki{--c:var(--_ink)}
& .ka{--c:var(--_accent)}
& path{stroke-linejoin:round}
& .h>path{fill:none;stroke:var(--c);stroke-width:2;transform:translate(8px,8px)scale(.82)translate(-8px,-8px)}
& .c~p:not(:last-child),& .l>p,& .t{margin:0 0 max(.5rem,8px);color:var(--_ink-2);font-size:.875em;text-wrap:balance}
& p>strong{color:var(--_ink)}
& .r{border-block-start:1px solid var(--_line)}
& .r>li{display:grid;grid-template-columns:auto 1fr;column-gap:max(.75rem,12px);align-content:start;padding:max(.75rem,12px) 8px max(.75rem,12px) 12px;border-block-end:1px solid var(--_line)}
& .r strong{min-block-size:1.5rem}
& .r svg{grid-row:span 2;margin-block-start:.2em}
& .r a{color:inherit;text-decoration:none}
& .r p{margin:0;color:var(--_ink-2);font-size:max(.75rem,.8125em)}
&>details:last-child{padding-block-end:20px}
& summary{padding-block:max(.75rem,12px);color:var(--_accent);font-size:.875em;text-decoration:underline}
@media (scripting:enabled){& .c::before{content:"";display:block;block-size:44px;margin-block-end:max(.5rem,8px);border:1px solid var(--_line-strong);border-radius:var(--_radius-2)}}
@container (max-width:30em){& .c>ul{flex-wrap:nowrap;overflow-x:auto;align-items:center;min-block-size:44px}}
@media (forced-colors:active){& :is(.c,.r) svg{--c:CanvasText}}
`;
