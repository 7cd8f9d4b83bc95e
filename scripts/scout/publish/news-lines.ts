import type { ScoutNews } from "../../../lib/headless/run-scout.ts";

/** What the scout says, as a line for people or as one of JSON. */
export function newsLine(news: ScoutNews, at: number, json: boolean): string {
  if (json) return JSON.stringify({ at, ...news });
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")}  ${sentence(news)}`;
}

function sentence(news: ScoutNews): string {
  switch (news.kind) {
    case "begun":
      return `begins, with ${drafts(news.drafts)} known`;
    case "damaged":
      return `the state was damaged and is kept as ${news.keptAs}; ${drafts(news.drafts)} were taken back from what is published`;
    case "published": {
      const { index, rounds, statuses } = news.health;
      const standing = statuses ? `; where ${statuses.known} papers stand, ${statuses.last ?? "not read to the end yet"}` : "";
      return `published no. ${news.seq}: ${drafts(news.drafts)}; index ${index.last ?? "not asked yet"}, round for drafts ${rounds.last ?? "not over yet"}${standing}`;
    }
    case "trouble":
      return `cannot go on as it should: ${news.message}`;
  }
}

function drafts(count: number): string {
  return count === 1 ? "1 draft" : `${count} drafts`;
}
