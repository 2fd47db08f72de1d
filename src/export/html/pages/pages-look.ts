// How cited pages look: beside the report on a wide screen, under it on a narrow one, behind it in print.

/** Only the page that a citation leads to is shown; the first until then, where there is room. */
export const pagesLook = `
.pages .page { display: none; }
.pages .page:target { display: block; }
.pages h2 { font-size: 1rem; margin: 0; } .pages h3 { font-size: .875rem; margin: .8em 0 .3em; }
.pages ul { font-size: .875rem; padding-left: 1.2rem; } .turn a { margin-right: 1rem; } .turn, .why { font-size: .875rem; margin: .3em 0; }
.pages svg { display: block; width: 100%; height: auto; background: #fff; border: 1px solid var(--line); }
.mark rect { fill: #ffd500; fill-opacity: .35; stroke: #8a5a00; stroke-width: 1; mix-blend-mode: multiply; }
mark { background: var(--mark); color: var(--text); text-decoration: underline; }
@media screen and (min-width: 64rem) {
  body, body.wide { max-width: none; margin: 0 50% 0 0; padding: 1rem 2rem; }
  .pages { position: fixed; top: 0; right: 0; bottom: 0; width: 50%; overflow: auto; padding: 1rem; border-left: 1px solid var(--line); background: var(--ground); }
  .pages:not(:has(:target)) .page:first-child { display: block; }
}
@media print {
  .pages .page { display: block; break-before: page; } .turn { display: none; }
  .pages svg { max-height: 200mm; width: auto; max-width: 100%; }
}
`;
