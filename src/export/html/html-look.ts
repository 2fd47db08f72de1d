// How a web page that charm writes looks: on a wide screen and a telephone, in light and dark, and printed.

/** Contrast of every text with its ground is at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const look = `
:root { color-scheme: light dark; --ground: #fff; --text: #1b1b1f; --soft: #55575e; --line: #c9ccd4; --link: #0b4fb3; --shade: #eef2f9; --mark: #fff3c4; }
@media (prefers-color-scheme: dark) { :root { --ground: #15171b; --text: #e6e6ea; --soft: #b0b3bc; --line: #43474f; --link: #9cc2ff; --shade: #22262d; --mark: #463a12; } }
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; background: var(--ground); color: var(--text); }
body { max-width: 52rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
body.wide { max-width: 90rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; break-after: avoid; }
h1 { font-size: 1.8rem; margin-top: .3em; } h2 { font-size: 1.35rem; } h3 { font-size: 1.12rem; } h4, h5, h6 { font-size: 1rem; }
p, ul, ol, blockquote, pre, table { margin: .6em 0; }
li { margin: .3em 0; }
a { color: var(--link); }
header, footer { color: var(--soft); font-size: .875rem; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: .5rem; }
nav { background: var(--shade); padding: .5rem 1rem; border-radius: .25rem; }
nav ul { list-style: none; padding: 0; margin: .3em 0; } nav .l3 { padding-left: 1.2rem; }
blockquote { border-left: .25rem solid var(--line); margin-left: 0; padding-left: 1rem; }
pre { background: var(--shade); padding: .6rem; white-space: pre-wrap; }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }
.cite { white-space: nowrap; font-size: .875em; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
.scroll.wide table { min-width: 70rem; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { background: var(--shade); }
.quotes { display: none; border-left: .25rem solid var(--link); padding-left: .75rem; margin: .4em 0; }
li:target { background: var(--mark); }
li:target .quotes { display: block; }
li:target .quotes a { font-size: .875em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
@media print {
  :root { --ground: #fff; --text: #000; --soft: #444; --line: #999; --link: #000; --shade: #f2f2f2; --mark: #fff; }
  @page { size: A4; margin: 18mm; } @page turned { size: A4 landscape; } .turned { page: turned; }
  html { font-size: 10pt; } body, body.wide { max-width: none; padding: 0; }
  a { text-decoration: none; } nav, .quotes a { display: none; }
  .scroll { overflow: visible; } .scroll.wide table { min-width: 0; font-size: 7.5pt; }
  thead { display: table-header-group; } tr, .quotes p { break-inside: avoid; } p, li { orphans: 3; widows: 3; }
  .quotes { display: block; }
}
`;
