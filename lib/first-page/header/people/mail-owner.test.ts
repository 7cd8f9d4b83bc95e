import { expect, it } from "vitest";
import { namesHost, namesOwner } from "./mail-owner.ts";

it.each([
  ["ada@example.org", "Ada Lovelace", true],
  ["lovelace42@example.org", "Ada Lovelace", true],
  ["al@example.org", "Ada Lovelace", true],
  ["countess@example.org", "Ada Lovelace", false],
  ["kmueller@example.org", "Käthe Müller", true],
  ["kmuller@example.org", "Käthe Müller", true],
  ["lixu@example.org", "Xu Li", true],
  ["xl@example.org", "Xu Li", true],
  ["x@example.org", "Xu Li", false],
  ["@example.org", "Ada Lovelace", false],
])("namesOwner(%j, %j) is %s", (mail, name, expected) => expect(namesOwner(mail, name)).toBe(expected));

it.each([
  ["ada@redhat.com", "Red Hat", true],
  ["ada@acme.example", "Acme RocketWorks", true],
  ["cpp@adavogel.org", "Ada Vogel", true],
  ["ada@mail.ibm.com", "IBM", true],
  ["ada@example.org", "Red Hat", false],
  ["ada@at.org", "At Last", false],
  ["redhat@example.org", "Red Hat", false],
])("namesHost(%j, %j) is %s", (mail, name, expected) => expect(namesHost(mail, name)).toBe(expected));
