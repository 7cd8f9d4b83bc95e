import { BadInput } from "../bad-input.ts";

/** The address of a folder, with its slash; https, or http on this machine. */
export function readFolderUrl(text: string): string {
  const url = URL.parse(text);
  const isHere = url?.protocol === "http:" && (url.hostname === "127.0.0.1" || url.hostname === "localhost");
  if (!url || (url.protocol !== "https:" && !isHere) || url.search || url.hash || url.username)
    throw new BadInput(`--url cannot be ${JSON.stringify(text.slice(0, 80))}; give the folder as readers see it: https://scout.example/paperscout/`);
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
