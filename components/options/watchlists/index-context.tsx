import { type ComponentChildren, createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import { forEachBreathing } from "../../../lib/library/breathe.ts";
import { frontier } from "../../../lib/papers/frontier.ts";
import { paperOfListing, withListing } from "../../../lib/papers/listing.ts";
import type { Paper } from "../../../lib/papers/paper.ts";
import { readHoldings } from "../../../lib/store/index/read-library.ts";
import { gatherFrom, startGathering, type Vocabulary, vocabularyOf } from "../../../lib/watch/suggesting/vocabulary.ts";
import { useDatabase } from "../../database-context.ts";
import { useBreathing } from "../../library/use-breathing.ts";

/** What is there already, for who wants to know what a watch would find. */
export interface KnownPapers {
  /** Of the index, completed by the yearly listings, and what only these have. */
  papers: Paper[];
  vocabulary: Vocabulary;
  /** The number that papers have come to (frontier). */
  frontier: number;
}

interface IndexReading {
  /** Undefined until it was wanted and is read. */
  index: KnownPapers | undefined;
  want: () => void;
}

const IndexContext = createContext<IndexReading | undefined>(undefined);

/** The papers of the index, read once when they are first wanted, in pieces: a person who only looks pays nothing. */
export function useIndex(): IndexReading {
  const reading = useContext(IndexContext);
  if (!reading) throw new Error("useIndex is called outside IndexProvider");
  return reading;
}

/** Holds the papers for all within it; within another one it is nothing. */
export function IndexProvider({ children }: { children: ComponentChildren }) {
  return useContext(IndexContext) ? children : <OwnIndex>{children}</OwnIndex>;
}

function OwnIndex({ children }: { children: ComponentChildren }) {
  const db = useDatabase();
  const [wanted, setWanted] = useState(false);
  const index = useBreathing<KnownPapers | undefined>(
    async (breathe) => {
      if (!wanted) return undefined;
      const holdings = await readHoldings(db, [], breathe);
      const listed = new Map(holdings.listed.map((row) => [row.id, row]));
      const [papers, gathering]: [Paper[], ReturnType<typeof startGathering>] = [[], startGathering()];
      const add = (paper: Paper) => {
        papers.push(paper);
        gatherFrom(gathering, paper);
      };
      await forEachBreathing(holdings.papers, breathe, (paper) => {
        const row = listed.get(paper.id);
        listed.delete(paper.id);
        add(row ? withListing(paper, row) : paper);
      });
      await forEachBreathing(listed.values(), breathe, (row) => add(paperOfListing(row)));
      await breathe();
      return { papers, vocabulary: vocabularyOf(gathering), frontier: frontier(papers) };
    },
    [db, wanted],
  );
  return <IndexContext.Provider value={{ index, want: () => setWanted(true) }}>{children}</IndexContext.Provider>;
}
