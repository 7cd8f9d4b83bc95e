import { useRef, useState } from "preact/hooks";

export interface Picked {
  ids: ReadonlySet<number>;
  /** With `range` also all between this one and the last that was picked, as they stand on the page. */
  pick: (id: number, range: boolean) => void;
  clear: () => void;
}

/** Which watches are picked, to be moved or removed together. `order` is how they stand on the page; what has gone is picked no more. */
export function usePicked(order: number[]): Picked {
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const last = useRef<number>(undefined);
  return {
    ids: new Set(order.filter((id) => picked.has(id))),
    pick(id, range) {
      const isOn = !picked.has(id);
      const from = range && last.current !== undefined ? order.indexOf(last.current) : -1;
      const to = order.indexOf(id);
      const ids = from < 0 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
      const next = new Set(picked);
      for (const one of ids) {
        if (isOn) next.add(one);
        else next.delete(one);
      }
      last.current = id;
      setPicked(next);
    },
    clear: () => setPicked(new Set()),
  };
}
