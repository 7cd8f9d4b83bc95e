import { expect, it } from "vitest";
import { readSources } from "./read-code.ts";
import { shownTexts, shownTextsOfHtml } from "./shown-texts.ts";

const ALLOWED: readonly string[] = [
  // A proper name.
  "PaperScout",
  // For the browser, which wants to be told why in English.
  "Reads downloaded documents where no click has to wait for it.",
];

const CODE = readSources("components/**/*.{ts,tsx}", "entrypoints/**/*.{ts,tsx}", "lib/notify/**/*.ts", "lib/background/**/*.ts", "wxt.config.ts");

it("every text that a person reads comes from _locales", () => {
  const found = [...CODE.flatMap(shownTexts), ...readSources("entrypoints/**/*.html").flatMap(shownTextsOfHtml)];
  expect(found.filter(({ text }) => !ALLOWED.includes(text)).map(({ place, text }) => `${place}: ${text}`)).toEqual([]);
});

/** [code, the texts seen in it]. */
const SEEN: [string, string[]][] = [
  ["<p>Hello</p>", ["Hello"]],
  ["<p>{translate('hello')} you</p>", ["you"]],
  ["<p>{count} · {count}, {' '}…</p>", []],
  ["<p>{open ? 'Open' : 'closed'}</p>", ["Open", "closed"]],
  [`<p>{open && \`\${count} papers\`}</p>`, ["papers"]],
  [`<p>{names.map((name) => \`by \${name}\`)}</p>`, ["by"]],
  ["<p>{['one', 'two'].join()}</p>", ["one", "two"]],
  ["<p>{'a' + name}</p>", ["a"]],
  ["<p>{translate(open ? 'one' : 'two', ['3'])}</p>", []],
  ["<input placeholder='Search' aria-label={'Find ' + name} class='wide field' type='text' />", ["Search", "Find"]],
  ["<img alt='' title={translate('title')} src='/icon.svg' />", []],
  ["<Button text='Save' icon='add' label={label} />", ["Save"]],
  ["<Button title='save it' />", ["save it"]],
  ["<a href='https://wg21.link' rel='noreferrer noopener' class={open ? 'one two' : 'one'}>{host}</a>", []],
  ["document.title = 'Papers'", ["Papers"]],
  ["setResult('Nothing was found')", ["Nothing was found"]],
  [`setResult(\`Found \${count} new papers\`)`, ["Found   new papers"]],
  ["const TEXTS = { empty: 'No papers yet' }", ["No papers yet"]],
  ["throw new Error('the list has gone')", []],
  ["console.warn('PaperScout: not now', error)", []],
  ["document.querySelector('ul li')?.focus()", []],
  ["const LINK = { rel: 'noreferrer noopener' }", []],
  ["import { a } from 'some thing'", []],
];

it.each(SEEN)("sees in %s what a person would read", (text, texts) => {
  expect(shownTexts({ path: "a.tsx", text }).map(({ text }) => text)).toEqual(texts);
});

it.each<[string, string[]]>([
  ["<title>Papers</title><main id='app'></main><script>const a = 'b c';</script>", ["Papers"]],
  ["<body><p title='Say'>Hello <b>you</b></p><img alt='Icon'><style>p { color: red }</style></body>", ["Say", "Hello", "you", "Icon"]],
])("sees in the page %s what a person would read", (text, texts) => {
  expect(shownTextsOfHtml({ path: "a.html", text }).map(({ text }) => text)).toEqual(texts);
});
