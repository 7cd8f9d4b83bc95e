import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cpuMs } from "../../test/cpu-ms.ts";
import { splitAuthors } from "./authors.ts";

describe("splitAuthors", () => {
  it.each<[text: string, names: string[]]>([
    ["", []],
    ["Barry Revzin", ["Barry Revzin"]],
    ["Alisdair Meredith, Stephan T. Lavavej, Tomasz Kamiński", ["Alisdair Meredith", "Stephan T. Lavavej", "Tomasz Kamiński"]],
    ["D. Gregor,J. Jarvi,G. Powell", ["D. Gregor", "J. Jarvi", "G. Powell"]],
    ["Alan Griffiths and Mark Radford", ["Alan Griffiths", "Mark Radford"]],
    ["Walter Brown & Marc Paterno", ["Walter Brown", "Marc Paterno"]],
    ["Axel Naumann, and David Sankel", ["Axel Naumann", "David Sankel"]],
    ["Pavel Dyakov, Ilya Burylov; Ruslan Arutyunyan; Andrey Nikolaev", ["Pavel Dyakov", "Ilya Burylov", "Ruslan Arutyunyan", "Andrey Nikolaev"]],
    ["A. Berkan, C. Mysen, H. Boehm;", ["A. Berkan", "C. Mysen", "H. Boehm"]],
    ["Ildus Nezametdinov, Patrice Roy, ", ["Ildus Nezametdinov", "Patrice Roy"]],
    ["Edward J. Rosten / Oliver J. Rosten", ["Edward J. Rosten", "Oliver J. Rosten"]],
    ["  Barry\u00a0 Revzin ,\n JF Bastien ", ["Barry Revzin", "JF Bastien"]],
    ["Ada Lovelace (Acme, Inc.), Alan Turing", ["Ada Lovelace (Acme, Inc.)", "Alan Turing"]],
    ["Ada Lovelace (Acme & Sons; Paris), Alan Turing (A and B)", ["Ada Lovelace (Acme & Sons; Paris)", "Alan Turing (A and B)"]],
    ["Ada Lovelace (Acme, Alan Turing", ["Ada Lovelace (Acme", "Alan Turing"]],
    ["A. Maier, B. Wohl and D. Zech", ["A. Maier", "B. Wohl", "D. Zech"]],
    ["Petersen, & Ekstrøm", ["Petersen", "Ekstrøm"]],
    ["Petersen, Ekstrøm", ["Petersen", "Ekstrøm"]],
    ["Martin von Berg/Ada Lovelace", ["Martin von Berg", "Ada Lovelace"]],
    ["ACME/PJ Plauger", ["ACME/PJ Plauger"]],
    ["Ada Lovelace [Acme, Inc.], Alan Turing (Works (Paris), Ltd.)", ["Ada Lovelace [Acme, Inc.]", "Alan Turing (Works (Paris), Ltd.)"]],
    ["Ada Lovelace | Alan Turing · Kurt Gödel • Emil Post + Axel Thue", ["Ada Lovelace", "Alan Turing", "Kurt Gödel", "Emil Post", "Axel Thue"]],
    ["王明、田中太郎，Ada Lovelace；Kurt Gödel", ["王明", "田中太郎", "Ada Lovelace", "Kurt Gödel"]],
    ["ADA LOVELACE AND KURT GÖDEL", ["ADA LOVELACE", "KURT GÖDEL"]],
    ["Ada Lovelace, Kurt Gödel and others", ["Ada Lovelace", "Kurt Gödel"]],
    ["Ada Lovelace et. al.", ["Ada Lovelace"]],
  ])("splits %j", (text, names) => expect(splitAuthors(text)).toEqual(names));

  it.each<[text: string, names: string[]]>([
    ["Guy Steele, Jr.", ["Guy Steele, Jr."]],
    ["Guy Steele, Jr, Doug Lea", ["Guy Steele, Jr", "Doug Lea"]],
    ["JF Bastien, Billy O'Neal, III, Andrew Hunter", ["JF Bastien", "Billy O'Neal, III", "Andrew Hunter"]],
    ["Ada Lovelace, PhD, Kurt Gödel, Ph.D.", ["Ada Lovelace, PhD", "Kurt Gödel, Ph.D."]],
    ["Billy Robert O'Neal III", ["Billy Robert O'Neal III"]],
  ])("keeps the suffix of %j with its name", (text, names) => expect(splitAuthors(text)).toEqual(names));

  it.each<[text: string, names: string[]]>([
    ["Lovelace, Ada; Gödel, Kurt", ["Ada Lovelace", "Kurt Gödel"]],
    ["Lovelace, Ada and Gödel, Kurt", ["Ada Lovelace", "Kurt Gödel"]],
    ["Lovelace, Ada; Gödel, Kurt F.; and von Neumann, John;", ["Ada Lovelace", "Kurt F. Gödel", "John von Neumann"]],
    ["Lovelace, A., Gödel, K. F.", ["A. Lovelace", "K. F. Gödel"]],
    ["O'Dwyer, A.", ["A. O'Dwyer"]],
  ])("turns %j", (text, names) => expect(splitAuthors(text)).toEqual(names));

  it.each<[text: string, names: string[]]>([
    ["Lovelace, Ada; Gödel", ["Lovelace", "Ada", "Gödel"]],
    ["Lovelace, Gödel and Turing", ["Lovelace", "Gödel", "Turing"]],
    ["Ada Lovelace, Kurt Gödel; Alan Turing", ["Ada Lovelace", "Kurt Gödel", "Alan Turing"]],
    ["Steele, Jr.; Lea, Sr.", ["Steele, Jr.", "Lea, Sr."]],
    ["US, UK", ["US", "UK"]],
    ["Canada, UK", ["Canada", "UK"]],
  ])("turns no name in %j", (text, names) => expect(splitAuthors(text)).toEqual(names));

  it.each<[text: string, names: string[]]>([
    ["Herb Sutter, Robert Klarer 2001", ["Herb Sutter", "Robert Klarer"]],
    ["Herb Sutter, 2001", ["Herb Sutter"]],
    ["J. Siek et al.", ["J. Siek"]],
    ["C. Kohlhoff, D. K\ufffdhl, et al.", ["C. Kohlhoff", "D. K\ufffdhl"]],
  ])("drops what is no name in %j", (text, names) => expect(splitAuthors(text)).toEqual(names));

  it.each(["Alexander Anderson", "Andrew Sutton", "FrankHB1989", 'R. "Tim" Song', "William M. (Mike) Miller", "王明"])("leaves %j whole", (name) =>
    expect(splitAuthors(name)).toEqual([name]),
  );

  it("takes time that grows with the length only", () => {
    expect(cpuMs(() => splitAuthors(`A${"a".repeat(100_000)}., B.`))).toBeLessThan(1_000);
  });

  it("gives names that are one name each", () => {
    const parts = fc.array(
      fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(" ", ",", ";", " and ", " & ", "Jr.", "2001", "et al.", "Li", "(", ")", "/", "A.", "Ada")),
    );
    fc.assert(
      fc.property(parts, (words) => {
        for (const name of splitAuthors(words.join(""))) expect(splitAuthors(name)).toEqual([name]);
      }),
    );
  });
});
