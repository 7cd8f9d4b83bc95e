import type { Network } from "../../net/ask.ts";
import { Refusal } from "../refusal.ts";

const TOKEN_NAME = "PAPERSCOUT_GITHUB_TOKEN";
const MAX_WAIT_SECONDS = 60 * 60;

/** The token of the environment; undefined where none is given. It is never written, and no message names it. */
export function tokenOf(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const token = environment[TOKEN_NAME]?.trim();
  if (!token) return undefined;
  if (!/^[\x21-\x7e]{1,300}$/.test(token)) throw new Refusal(`${TOKEN_NAME} holds no token; give it as github.com shows it, or leave it out`);
  return token;
}

/**
 * The network for api.github.com: with the token, which goes nowhere else. Where that host says in its own way that it was
 * asked enough (403, nothing remaining, and when that ends), it says so as all others do: 429 and Retry-After.
 */
export function withToken(network: Network, token: string, now: () => number): Network {
  return {
    ...network,
    fetch: async (url, init) => {
      const headers = { ...init?.headers, Authorization: `Bearer ${token}`, Accept: "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28" };
      const response = await network.fetch(url, { ...init, headers });
      const { status } = response;
      const isEnough = (status === 403 || status === 429) && (response.headers.get("x-ratelimit-remaining") === "0" || response.headers.has("retry-after"));
      if (!isEnough) return response;
      void response.body?.cancel();
      const endsAt = Number(response.headers.get("x-ratelimit-reset"));
      const seconds = Math.min(Math.max(Math.ceil(endsAt - now() / 1000), 60), MAX_WAIT_SECONDS);
      return new Response(null, { status: 429, headers: { "retry-after": response.headers.get("retry-after") ?? String(seconds) } });
    },
  };
}
