import { expect, it } from "vitest";
import type { FilledWatchlist } from "../../lib/store/lists/read-watchlists.ts";
import type { Watch } from "../../lib/watch/watch.ts";
import { standingWatches } from "./standing-watches.ts";

const list = (id: number, ...watches: Watch[]): FilledWatchlist => ({
  id,
  name: `list ${id}`,
  mode: "notify",
  watches: watches.map((watch, place) => ({ ...watch, id: id * 10 + place, list: id, addedAt: 0 })),
});
const lists = [
  list(1, { kind: "paper", text: "P2300" }, { kind: "author", text: "Lovelace" }),
  list(2, { kind: "title", text: "P2300" }, { kind: "paper", text: "P2300" }, { kind: "audience", text: "Library Evolution" }),
];

it.each<[Watch, ids: number[]]>([
  [{ kind: "paper", text: "d2300" }, [10, 21]],
  [{ kind: "title", text: "P2300" }, [20]],
  [{ kind: "author", text: " Lovelace " }, [11]],
  [{ kind: "author", text: "Ada Lovelace" }, []],
  [{ kind: "audience", text: "LEWG" }, [22]],
  [{ kind: "paper", text: "P2300R1" }, []],
  [{ kind: "author", text: "42" }, []],
])("%j stands at %j", (watch, ids) => expect(standingWatches(lists)(watch).map(({ id }) => id)).toEqual(ids));
