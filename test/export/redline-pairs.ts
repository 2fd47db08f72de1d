// Texts in Markdown with what became of them, for tracked changes.

export const sources = `

### SOURCES CONSULTED

- [1] File: Regs.pdf, Page: 3 (regulation 6(2))
- [2] File: Guide.pdf, Page: 9 (paragraphs 4.1, 4.2)
`;

export const policy = `# Missing children

The manager calls the police **at once**. [1]

## Who is told

- Parents, within a day. [2]
- The placing authority.

| Who | When |
| --- | --- |
| Police | at once |
| Parents | within a day |

The end.`;

export const pairs: readonly (readonly [name: string, old: string, fresh: string])[] = [
  ["a word", policy, policy.replace("at once**", "within the hour**")],
  ["nothing", policy, policy],
  ["a paragraph more in the middle", policy, policy.replace("## Who", "We look first.\n\n## Who")],
  ["a paragraph less in the middle", policy.replace("## Who", "We look first.\n\n## Who"), policy],
  ["more at the end", policy, `${policy}\n\nAnd one more.\n\nAnd another.`],
  ["less at the end", `${policy}\n\nAnd one more.\n\nAnd another.`, policy],
  ["another end", `${policy}\n\nOld words here.`, `${policy}\n\nSomething quite different.`],
  ["a table at the end", policy, `${policy}\n\n| A | B |\n| --- | --- |\n| 1 | 2 |`],
  ["a table gone", policy, policy.replace(/\|[^]*\|\n/, "")],
  ["a table come", policy.replace(/\|[^]*\|\n/, ""), policy],
  [
    "rows",
    policy,
    policy
      .replace("| Police", "| Ofsted | soon |\n| Police")
      .replace("| Parents | within a day |\n", ""),
  ],
  [
    "a cell",
    policy,
    policy.replace("| Parents | within a day |", "| Parents | within two days of it |"),
  ],
  [
    "lines of a cell",
    policy,
    policy.replace(
      "| Parents | within a day |",
      "| Parents<br>and carers | within a day<br>by telephone |",
    ),
  ],
  [
    "items moved",
    policy,
    policy.replace(
      "- Parents, within a day. [2]\n- The placing authority.",
      "- The placing authority.\n- Parents, within a day. [2]",
    ),
  ],
  [
    "a paragraph more before a table",
    policy,
    policy.replace("authority.\n", "authority.\n- Ofsted.\n- The police.\n"),
  ],
  [
    "a paragraph less before a table",
    policy.replace("authority.\n", "authority.\n- Ofsted.\n- The police.\n"),
    policy,
  ],
  [
    "a paragraph of another look before a table",
    policy,
    policy.replace("\n\n| Who", "\n\nIn this order:\n\n| Who"),
  ],
  [
    "all paragraphs before a table",
    "# T\n\n| A |\n| --- |\n| 1 |\n\nOne.\n\nTwo.\n\n| B |\n| --- |\n| 2 |",
    "# T\n\n| A |\n| --- |\n| 1 |\n\nNothing like it at all.\n\n| B |\n| --- |\n| 2 |",
  ],
  ["a heading of another level", policy, policy.replace("## Who", "### Who")],
  ["only the look", policy, policy.replace("**at once**", "at once")],
  [
    "citations",
    policy + sources,
    policy.replace(" [1]", "").replace("authority.", "authority. [1]") + sources,
  ],
  ["notes of the old alone", policy + sources, policy.replaceAll(/ \[\d\]/g, "")],
  ["all", policy, "# Fire\n\nSomething else altogether."],
  ["entities", 'A & B < C "d" $1 $&.', "A & B > C 'd' $1 $& $'."],
  ["emoji and other letters", "Fire 🔥 now. שלום", "Fire 🔥🔥 soon. שלום עולם"],
  [
    "two paragraphs joined",
    policy.replace(
      "The end.",
      "Staff look in the barn.\n\nThen they ring the manager.\n\nThe end.",
    ),
    policy.replace("The end.", "Staff look in the barn. Then they ring the manager.\n\nThe end."),
  ],
  [
    "a paragraph split",
    policy.replace("The end.", "Staff look in the barn. Then they ring the manager.\n\nThe end."),
    policy.replace(
      "The end.",
      "Staff look in the barn.\n\nThen they ring the manager.\n\nThe end.",
    ),
  ],
  [
    "a column more",
    policy,
    policy
      .replace("| Who | When |\n| --- | --- |", "| Who | When | How |\n| --- | --- | --- |")
      .replace("| Police | at once |", "| Police | at once | by telephone |")
      .replace("| Parents | within a day |", "| Parents | within a day | by letter |"),
  ],
  [
    "a heading made a paragraph, and a paragraph a heading",
    policy.replace("The end.", "## Afterwards\n\nWho is asked\n\nThe end."),
    policy.replace("The end.", "Afterwards\n\n## Who is asked\n\nThe end."),
  ],
  [
    "lists in lists",
    policy,
    policy.replace(
      "- The placing authority.",
      "- The placing authority:\n  - its duty team;\n  - by night, the police.",
    ),
  ],
  [
    "two tables changed, one after the other",
    `${policy}\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n| C | D |\n| --- | --- |\n| 3 | 4 |`,
    `${policy}\n\n| A | B |\n| --- | --- |\n| 1 | 20 |\n| 5 | 6 |\n\nBetween.\n\n| C | D |\n| --- | --- |\n| 3 | 40 |`,
  ],
  [
    "links",
    `${policy}\n\nSee [the form](https://example.org/a).`,
    `${policy}\n\nSee [the new form](https://example.org/b) first.`,
  ],
];
