import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { JobRow } from "../../../../lib/work/rows.ts";
import { useKeptFocus } from "../../../hooks/use-kept-focus.ts";

interface JobListProps {
  /** For screen readers. */
  label: string;
  /** Shown where there is none. */
  empty: string;
  jobs: JobRow[];
  /** `leaving` is called before the job is asked to go. */
  draw: (job: JobRow, leaving: () => void) => ComponentChildren;
}

/** Jobs of one kind of fate; the focus stays in the list when one goes. */
export function JobList({ label, empty, jobs, draw }: JobListProps) {
  const whenEmpty = useRef<HTMLParagraphElement>(null);
  const { list, leaving } = useKeptFocus<HTMLUListElement>(
    jobs.map(({ id }) => id),
    () => whenEmpty.current,
  );
  if (jobs.length === 0)
    return (
      <p ref={whenEmpty} class="empty" tabIndex={-1}>
        {empty}
      </p>
    );
  return (
    <ul ref={list} aria-label={label}>
      {jobs.map((job) => draw(job, () => leaving(job.id)))}
    </ul>
  );
}
