import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../running/run-logged.mjs";

/** The colours of the icon. */
const [PAPER, INK, PALE] = ["#2159b0", "#0f2c5c", "#eaf1fd"];

const STYLE = `
  * { margin: 0; box-sizing: border-box; }
  body { display: flex; align-items: center; justify-content: center; height: 100vh; overflow: hidden; background: ${PALE}; color: ${INK}; font: 16px system-ui, sans-serif; }
  svg { display: block; }
  h1 { color: ${PAPER}; }
  .tile { flex-direction: column; gap: 12px; text-align: center; }
  .tile svg { width: 88px; } .tile h1 { font-size: 34px; } .tile p { max-width: 380px; font-size: 17px; line-height: 1.35; }
  .inbox { gap: 72px; }
  .inbox div { width: 420px; } .inbox svg { width: 104px; } .inbox h1 { margin: 20px 0 16px; font-size: 52px; } .inbox p { font-size: 26px; line-height: 1.4; }
  .inbox img { width: 440px; border-radius: 10px; box-shadow: 0 8px 40px #0f2c5c40; }`;

/** The small tile of a store: icon, name, and what it does. */
export function tile(words: string): string {
  return page("tile", `${icon()}<h1>PaperScout</h1><p>${words}</p>`);
}

/** The popup, which is smaller than a store's screenshot, beside the name and what it does. */
export function inbox(words: string, popup: Uint8Array): string {
  const picture = `data:image/png;base64,${Buffer.from(popup).toString("base64")}`;
  return page("inbox", `<div>${icon()}<h1>PaperScout</h1><p>${words}</p></div><img src="${picture}" alt="">`);
}

function page(kind: string, body: string): string {
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><body class="${kind}">${body}`;
}

function icon(): string {
  return readFileSync(join(ROOT, "public/icon/icon.svg"), "utf8");
}
