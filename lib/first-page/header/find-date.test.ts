import { expect, it } from "vitest";
import { findDate, readDate } from "./find-date.ts";

it.each([
  ["Published Proposal, 2026-02-22", "2026-02-22"],
  ["ISO/IEC JTC1 SC22 WG21 p0053r3 - 2016-11-14", "2016-11-14"],
  ["2014-1-9", "2014-01-09"],
  ["2016/10/07", "2016-10-07"],
  ["3 March 2025", "2025-03-03"],
  ["3rd of March", undefined],
  ["March 3rd, 2025", "2025-03-03"],
  ["Sept. 9, 2018", "2018-09-09"],
  ["12 Nov, 1999 and later", "1999-11-12"],
  ["2021-02-31", "2021-02"],
  ["1970-01-01", undefined],
  ["14882-2011-05-12", "2011-05-12"],
  ["120-2021-05-121", undefined],
  ["", undefined],
])("findDate(%j) is %s", (text, date) => {
  expect(findDate(text)).toBe(date);
});

it.each([
  ["2026-02-22 (revised)", "2026-02-22"],
  ["November 2018", "2018-11"],
  ["2018", "2018"],
  ["1970-01-01", undefined],
  ["yyyy-mm-dd", undefined],
])("readDate(%j) is %s", (text, date) => {
  expect(readDate(text)).toBe(date);
});
