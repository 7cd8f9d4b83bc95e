import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import { buildCatalogue, type Catalogue } from "../../lib/library/catalogue.ts";
import { readHoldings, readHoldingsStamp } from "../../lib/store/index/read-library.ts";
import { useDatabase } from "../database-context.ts";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { useBreathing } from "./use-breathing.ts";

/** Undefined while it is being read; "no-index" before the first check has succeeded. */
type Known = Catalogue | "no-index" | undefined;

const CatalogueContext = createContext<Known>(undefined);

/** The one catalogue of the page. */
export function useCatalogue(): Known {
  return useContext(CatalogueContext);
}

/** Reads the catalogue, again whenever index, listing or drafts have changed; until it is read again the one before stays. */
export function CatalogueProvider({ children }: { children: ComponentChildren }) {
  const db = useDatabase();
  const stamp = useLiveQuery(async (db) => (await readHoldingsStamp(db)) ?? "no-index");
  const drafts = useLiveQuery((db) => db.drafts.toArray());
  const [index, listing] = typeof stamp === "object" ? [stamp.index, stamp.listing] : [];
  const catalogue = useBreathing<Known>(
    async (breathe) => {
      if (stamp === "no-index") return "no-index";
      return index === undefined || !drafts ? undefined : buildCatalogue(await readHoldings(db, drafts, breathe), breathe);
    },
    [db, stamp === "no-index", index, listing, drafts],
  );
  return <CatalogueContext.Provider value={catalogue}>{children}</CatalogueContext.Provider>;
}
