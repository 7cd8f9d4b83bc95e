import { parseSync } from "vite";

/** Lines of a file, as an editor numbers them, without an empty one after the last line's end. */
export function countLines(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") || text === "" ? 1 : 0);
}

/** Lines that hold code: neither blank nor nothing but a comment. The file's name says which language; throws on what is none. */
export function countCodeLines(file: string, text: string): number {
  const { comments, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  let code = "";
  let end = 0;
  for (const comment of comments) {
    code += text.slice(end, comment.start) + text.slice(comment.start, comment.end).replace(/[^\n]/g, "");
    end = comment.end;
  }
  return (code + text.slice(end)).split("\n").filter((line) => line.trim() !== "").length;
}
