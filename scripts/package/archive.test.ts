import { expect, it, onTestFinished } from "vitest";
import { archive, unpack } from "./archive.ts";

const FILES = { "b.txt": Buffer.from("Rings"), "a/ö.txt": Buffer.from("Köppe ".repeat(100)), "a/empty": Buffer.alloc(0) };
const SAME_ELSEWHERE = Object.fromEntries(Object.entries(FILES).toReversed());

it("holds what was put in", () => {
  const unpacked = unpack(archive(FILES));
  expect(Object.keys(unpacked)).toEqual(["a/empty", "a/ö.txt", "b.txt"]);
  expect(Object.entries(unpacked).map(([path, content]) => [path, Buffer.from(content).toString()])).toEqual([
    ["a/empty", ""],
    ["a/ö.txt", "Köppe ".repeat(100)],
    ["b.txt", "Rings"],
  ]);
});

it("is the same in whatever order the files come, and in every time zone", () => {
  const zone = process.env.TZ;
  onTestFinished(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  const here = Buffer.from(archive(FILES)).toString("base64");
  for (const elsewhere of ["Pacific/Auckland", "America/Los_Angeles", "UTC"]) {
    process.env.TZ = elsewhere;
    expect(Buffer.from(archive(SAME_ELSEWHERE)).toString("base64"), elsewhere).toBe(here);
  }
});
