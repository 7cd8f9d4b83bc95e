import { groupByAudience, type Mailing } from "./mailings.ts";
import { cite, escapeMarkdown } from "./paper/citations.ts";

/** A mailing as a text in Markdown: its papers by audience, a line each. `noAudience` names those of none. */
export function mailingMarkdown({ documents }: Mailing, title: string, noAudience: string): string {
  const groups = groupByAudience(documents).map(({ audience, documents }) => {
    const lines = documents.map(({ document }) => {
      const { authors } = document.paper;
      return `- ${cite(document).markdown}${authors.length > 0 ? ` (${escapeMarkdown(authors.join(", "))})` : ""}`;
    });
    return `## ${escapeMarkdown(audience || noAudience)}\n\n${lines.join("\n")}\n`;
  });
  return [`# ${escapeMarkdown(title)}\n`, ...groups].join("\n");
}
