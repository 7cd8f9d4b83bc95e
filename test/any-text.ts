import fc from "fast-check";

const codeUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

/** Any text that JSON can hold, halves of characters included; fast-check's own "binary" takes seconds to set up. */
export const anyText = (constraints: fc.StringSharedConstraints & { minLength?: number; maxLength?: number } = {}) =>
  fc.oneof(fc.string(constraints), fc.string({ ...constraints, unit: codeUnit }));
