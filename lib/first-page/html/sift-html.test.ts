import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHtmlLines } from "./html-lines.ts";
import { createSieve, siftHtml } from "./sift-html.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
const sifted = (html: string) => textOf(siftHtml(bytesOf(html)));

describe("a document without what nobody reads", () => {
  it.each<[what: string, html: string, kept: string]>([
    ["a style", "<style>p > a {}</style>x", "<style></style>x"],
    ["a script, whatever it writes", "<SCRIPT src=a>'<style>' </scriptum> </b></ScRiPt >x", "<SCRIPT src=a></script >x"],
    ["a script that closes itself, which HTML knows nothing of", "<script />x</script>y", "<script /></script>y"],
    ["one in a picture, where it does", "<svg><style/><path/></svg>x", "<svg><style/><path/></svg>x"],
    ["one whose name ends at a tab or a new line", "<style\ta=b>p</style\t><script\n>c</script\f>x", "<style\ta=b></style\t><script\n></script\f>x"],
    ["one without an end", "a<style>p {}", "a<style>"],
    ["a comment", "a<!-- <style> -- - --!>b<!-->c<!--->d<!--x-->e", "a<!---->b<!-->c<!--->d<!---->e"],
    ["what looks like a style in a title", "<title>a <style> b</title><p>c", "<title>a <style> b</title><p>c"],
    ["or in a value", `<a title="<style>" b='<script>'>c`, `<a title="<style>" b='<script>'>c`],
    ["or in a section", "<![CDATA[ <style> ]]>c<style>d</style>", "<![CDATA[ <style> ]]>c<style></style>"],
    ["or in a declaration", "<!doctype <style> x", "<!doctype <style> x"],
    ["or as text", "a < style> << b <3 c", "a < style> << b <3 c"],
    ["plain text to the end", "<plaintext><style>a</style>", "<plaintext><style>a</style>"],
    ["a long value", `<img src="data:${"x".repeat(9_000)}">y`, `<img src="data:${"x".repeat(1_995)}">y`],
    ["without quotes", `<img src=data:${"x".repeat(9_000)} a>y`, `<img src=data:${"x".repeat(1_995)} a>y`],
    ["and one that is parted within a letter", `<a b='${"x".repeat(1_999)}${"ö".repeat(9)}'>`, `<a b='${"x".repeat(1_999)}ö'>`],
  ])("%s", (_, html, kept) => expect(sifted(html)).toBe(kept));

  it.each<[string, Uint8Array]>([
    ["UTF-16", Uint8Array.from([...bytesOf("<style>a</style>")].flatMap((byte) => [byte, 0]))],
    ["UTF-16 the other way round", Uint8Array.from([...bytesOf("<style>a</style>")].flatMap((byte) => [0, byte]))],
    ["UTF-16 by its mark", Uint8Array.from([0xff, 0xfe, ...[...bytesOf("<style>a</style>")].flatMap((byte) => [byte, 0])])],
    ["a PDF", bytesOf("%PDF-1.4 <style>a</style>")],
  ])("but %s is as it was", (_, bytes) => expect(siftHtml(bytes)).toEqual(bytes));

  it("is enough once more text has come than any header has", () => {
    const sieve = createSieve();
    sieve.pass(bytesOf(`<style>${"x".repeat(900_000)}</style><p title="${"x".repeat(900_000)}"><!-- ${"x".repeat(900_000)} -->${" ".repeat(900_000)}`));
    expect(sieve.isEnough()).toBe(false);
    sieve.pass(bytesOf("word ".repeat(60_000)));
    expect(sieve.isEnough()).toBe(true);
  });
});

const TOKENS =
  "<h1> </h1> <p> </p> <p\u00a0class='title'> <style> </style> <STYLE\u00a0a='>'> <script> </script> <script/> <title> </title> <textarea> </textarea> <xmp> </xmp> <! > <!-- --> --!> <!--> <!---> - -- <![CDATA[ ]]> <!doctype <? </ </> < << <a\u00a0href= \" ' = / /> mailto:a@b.org word Ada ö &amp; <br/> <iframe> </iframe> <styles> </styles>";

describe("for all markup", () => {
  const html = fc
    .array(fc.constantFrom(...TOKENS.split(" ").map((token) => token.replace("\u00a0", " ")), " ", "\n"), { maxLength: 40 })
    .map((all) => all.join(""));

  it("what is read is the same", () => {
    fc.assert(
      fc.property(html, (text) => {
        expect(readHtmlLines(sifted(text))).toEqual(readHtmlLines(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it("it is the same in whatever pieces it comes, no longer, and the same again", () => {
    fc.assert(
      fc.property(html, fc.nat(7), (text, length) => {
        const whole = bytesOf(text);
        const sieve = createSieve();
        const pieces: number[] = [];
        for (let at = 0; at < whole.length; at += length + 1) pieces.push(...sieve.pass(whole.subarray(at, at + length + 1)));
        expect(pieces).toEqual([...siftHtml(whole)]);
        expect(pieces.length).toBeLessThanOrEqual(whole.length);
        expect(sifted(sifted(text))).toBe(sifted(text));
      }),
    );
  });
});
