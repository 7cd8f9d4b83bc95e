import type { Answer, ScriptedAnswer } from "../script.ts";
import type { Host } from "../web.ts";

// What a host in a bad way answers to everything: for `answerHost`.

const HTML = { "content-type": "text/html; charset=utf-8" };

/** A friendly page with status 200, whatever was asked for. */
export const SOFT_404: Answer = { headers: HTML, body: "<!doctype html><title>Not found</title><h1>Not found</h1><p>Try the search.</p>\n" };

/** Sends everyone to the host's login page, which is there. */
export function loginWall(host: Host): ScriptedAnswer {
  const login = `https://${host}/login`;
  return ({ url }) => (url === login ? { headers: HTML, body: "<!doctype html><title>Log in</title><form><input name=user></form>\n" } : { redirectTo: login });
}

/** 429 or 503, with the wait that the host asks for: seconds, an HTTP date, or none at all. */
export function askForRest(status: 429 | 503, retryAfter?: number | string): Answer {
  return { status, ...(retryAfter !== undefined && { headers: { "retry-after": String(retryAfter) } }) };
}
