import { expect, it } from "vitest";
import type { Watch, WatchKind } from "../watch.ts";
import { canonicalWatch } from "./canonical-watch.ts";

it.each<[WatchKind, text: string, Watch | undefined]>([
  ["paper", "2300", { kind: "paper", text: "P2300" }],
  ["paper", "D2300", { kind: "paper", text: "P2300" }],
  ["paper", "LWG2300", undefined],
  ["author", " Eddie  Kühl", { kind: "author", text: "Eddie Kühl" }],
  ["author", "42", undefined],
  ["audience", "Library Evolution", { kind: "audience", text: "LEWG" }],
  ["title", "", undefined],
])("%s %j is %j", (kind, text, watch) => expect(canonicalWatch({ kind, text })).toEqual(watch));
