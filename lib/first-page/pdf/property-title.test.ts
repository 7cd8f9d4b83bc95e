import { expect, it } from "vitest";
import { propertyTitle } from "./property-title.ts";

it.each([
  "PowerPoint Presentation",
  "PowerPoint-Präsentation",
  "Microsoft PowerPoint - engines.pptx",
  "Microsoft Word - x.docx",
  "Microsoft Word - Engines for everyone",
  "Microsoft Office Word 2007",
  "untitled",
  "Untitled 1",
  "Untitled-2",
  "Document1",
  "Presentation (2)",
  "Slide 1",
  "Title of the paper",
  "D1234R0.pdf",
  "my engines.tex",
  "p1234r0-engines_v2",
  "P1234",
  "C:\\Users\\ada\\engines",
  "/home/ada/engines",
  "file:///home/ada/engines",
  "https://example.org/a?b",
  "D1234R0 Engines - Google Docs",
  "LaTeX template",
  " ",
])("%j names no paper", (title) => expect(propertyTitle(title)).toBe(""));

it.each([
  "P1234R0: Engines for everyone",
  "Powerful presentations",
  "Word boundaries",
  "Documents and drafts",
  "std::out_ptr",
  "flat_map",
  "Printing volatile pointers",
  "Slides are no papers",
  "TeX in comments",
  "Reports of engines: a paper",
  "and/or",
])("%j may name one", (title) => expect(propertyTitle(title)).toBe(title));
