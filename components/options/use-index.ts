import { useState } from "preact/hooks";
import type { Paper } from "../../lib/papers/paper.ts";
import { allPapers } from "../../lib/store/shelves.ts";
import { useDatabase } from "../database-context.ts";

/** The papers of the index, read once when they are first wanted: a person who only looks pays nothing. */
export function useIndex(): { papers: Paper[] | undefined; want: () => void } {
  const db = useDatabase();
  const [index, setIndex] = useState<{ papers?: Paper[]; error?: unknown; wanted?: true }>({});
  if ("error" in index) throw index.error;
  const want = () => {
    if (index.wanted) return;
    setIndex({ wanted: true });
    allPapers(db).then(
      (papers) => setIndex({ wanted: true, papers }),
      (error) => setIndex({ wanted: true, error }),
    );
  };
  return { papers: index.papers, want };
}
