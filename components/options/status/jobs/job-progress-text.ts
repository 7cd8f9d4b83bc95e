import type { Translate } from "../../../../lib/language/translate.ts";
import type { WorkProgress } from "../../../../lib/store/health/read-progress.ts";
import { CHECK_INDEX, COMPARE_INDEX, PROBE_DRAFTS, READ_DRAFT } from "../../../../lib/terms/work-names.ts";
import { formatMegabytes, formatNumber } from "../../../text/format-number.ts";

/** How far a job has come, in words, and in numbers where its end is known; undefined for kinds that are over at once or tell nothing. */
export function jobProgress(kind: string, work: WorkProgress, translate: Translate): { text: string; value?: number; max?: number } | undefined {
  switch (kind) {
    case CHECK_INDEX:
    case COMPARE_INDEX: {
      const { phase = kind === COMPARE_INDEX ? "comparing" : "asking", received } = work.progress ?? {};
      const text = translate(`status_checking_${phase}`);
      return { text: received === undefined ? text : `${text} · ${formatMegabytes(received)}` };
    }
    case PROBE_DRAFTS: {
      const { asked, planned } = work.probeProgress ?? work.probing?.running ?? { asked: 0, planned: 0 };
      if (planned === 0) return { text: translate("drafts_asking") };
      return { text: translate("drafts_asking_of", [formatNumber(asked), formatNumber(planned)]), value: asked, max: planned };
    }
    case READ_DRAFT:
      return { text: translate("reading_first_pages", [formatNumber(work.pagesToRead)]) };
    default:
      return undefined;
  }
}
